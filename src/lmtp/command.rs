//! What a mail server says to us, one line at a time.

/// A command, with the address that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// LHLO.
    Hello,
    /// HELO or EHLO, as to a server of another kind.
    WrongHello,
    /// MAIL, with whoever it is from; nobody, if it is a bounce.
    From(String),
    /// RCPT.
    To(String),
    /// DATA.
    Data,
    /// RSET.
    Reset,
    /// NOOP.
    Nothing,
    /// QUIT.
    Quit,
    /// MAIL or RCPT without an address.
    Garbled,
    /// Anything else.
    Unknown,
}

impl Command {
    pub(super) fn parse(line: &str) -> Self {
        let line = line.trim();
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "LHLO" => Self::Hello,
            "HELO" | "EHLO" => Self::WrongHello,
            "MAIL" => path(rest, "FROM:").map_or(Self::Garbled, Self::From),
            "RCPT" => path(rest, "TO:").filter(|to| !to.is_empty()).map_or(Self::Garbled, Self::To),
            "DATA" => Self::Data,
            "RSET" => Self::Reset,
            "NOOP" => Self::Nothing,
            "QUIT" => Self::Quit,
            _ => Self::Unknown,
        }
    }
}

/// The address in `FROM:<an@example.org> SIZE=1234`, without the route that old servers put before it.
fn path(rest: &str, word: &str) -> Option<String> {
    let rest = rest.trim_start();
    let named = rest.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    let rest = rest.get(word.len()..).filter(|_| named)?.trim_start().strip_prefix('<')?;
    let (path, _) = rest.split_once('>')?;
    let address = if path.starts_with('@') { path.split_once(':')?.1 } else { path };
    Some(address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_as_servers_write_them() {
        for (line, command) in [
            ("LHLO mail.example.org\r\n", Command::Hello),
            ("ehlo mail.example.org", Command::WrongHello),
            ("MAIL FROM:<> SIZE=4100", Command::From(String::new())),
            ("mail from: <an@example.org> BODY=8BITMIME", Command::From("an@example.org".to_owned())),
            ("RCPT TO:<@relay.example:an@example.org>", Command::To("an@example.org".to_owned())),
            ("RCPT TO:<>", Command::Garbled),
            ("RCPT an@example.org", Command::Garbled),
            ("MAIL é", Command::Garbled),
            ("DATA", Command::Data),
            ("XCLIENT a=b", Command::Unknown),
            ("", Command::Unknown),
        ] {
            assert_eq!(Command::parse(line), command, "{line}");
        }
    }
}
