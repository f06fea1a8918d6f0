"""What feedparser reads from a feed, as JSON: whether it is well formed, its language, its items."""

import calendar
import json
import sys
from datetime import datetime, timezone

import feedparser

# What was written is compared, not what a reader would show of it.
feedparser.SANITIZE_HTML = 0
feedparser.RESOLVE_RELATIVE_URIS = 0


def instant(moment):
    """A moment as feedparser gives it, in ISO 8601."""
    return datetime.fromtimestamp(calendar.timegm(moment), timezone.utc).isoformat()


def item(entry):
    """What an entry says."""
    enclosures = [[file["href"], file["type"], file["length"]] for file in entry.get("enclosures", [])]
    return {
        "id": entry["id"],
        "title": entry["title"],
        "url": entry["link"],
        "html": entry["content"][0]["value"],
        "published": instant(entry["published_parsed"]),
        "updated": instant(entry.get("updated_parsed") or entry["published_parsed"]),
        "authors": [author["name"] for author in entry.get("authors", [])],
        "topics": [tag["term"] for tag in entry.get("tags", [])],
        "enclosure": enclosures[0] if enclosures else None,
    }


def main():
    with open(sys.argv[1], "rb") as file:
        feed = feedparser.parse(file.read())
    read = {"well_formed": not feed["bozo"], "language": feed["feed"].get("language")}
    print(json.dumps({**read, "items": [item(entry) for entry in feed["entries"]]}))


if __name__ == "__main__":
    main()
