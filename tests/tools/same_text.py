"""Whether Python's fluent.syntax reads the same texts from Fluent files as postduif does.

Reads a JSON file: a list of {"ftl": PATH, "glossary": PATH or null, "texts": {ID: TEXT}}. Ends with 1
if any message that is plain text differs, is missing, or stands there beyond those.
"""

import json
import sys
from pathlib import Path

from fluent.syntax import FluentParser, ast


def entries(path):
    """The entries of a file, read without changing its line ends."""
    text = Path(path).read_bytes().decode("utf-8")
    return FluentParser(with_spans=False).parse(text).body


def resolve(pattern, terms):
    """The text of a pattern on one line, or None if it holds more than text, literals and terms."""
    text, at_line_end = "", False

    def push(part):
        nonlocal text, at_line_end
        if at_line_end and text and part:
            text += " "
        at_line_end = at_line_end and not part
        text += part

    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            for nth, line in enumerate(element.value.split("\n")):
                if nth:
                    text, at_line_end = text.rstrip(), True
                push(line.lstrip() if at_line_end else line)
            continue
        inner = element.expression
        if isinstance(inner, ast.StringLiteral):
            push(inner.parse()["value"])
        elif isinstance(inner, ast.TermReference) and inner.attribute is None and inner.id.name in terms:
            push(terms[inner.id.name])
        else:
            return None
    return text


def texts(path, glossary):
    """The plain texts of a file, by id; the first of two with one id."""
    terms = {}
    for entry in entries(glossary) if glossary else []:
        if isinstance(entry, ast.Term):
            terms[entry.id.name] = resolve(entry.value, {})
    found = {}
    for entry in entries(path):
        if isinstance(entry, ast.Message) and entry.value is not None:
            text = resolve(entry.value, terms)
            if text is not None:
                found.setdefault(entry.id.name, text)
    return found


def main():
    compared, different = 0, []
    for file in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        ours, theirs = file["texts"], texts(file["ftl"], file["glossary"])
        compared += len(ours)
        for name in sorted(ours.keys() | theirs.keys()):
            if ours.get(name) != theirs.get(name):
                different.append(f"{file['ftl']}: {name}: {ours.get(name)!r} here, {theirs.get(name)!r} in Python")
    print("\n".join(different[:20]))
    print(f"{compared} texts compared, {len(different)} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
