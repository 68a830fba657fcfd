"""Why something was not brought from outside, by name, each with a sentence fit to show."""


class NotBrought(RuntimeError):
    """An address that gave no page. `stops` means that the whole site should be left alone for now.

    `status` is the HTTP status where the site gave one, `final` the address that gave it.
    """

    stops = False

    def __init__(self, sentence: str, *, status: int | None = None, final: str = "") -> None:
        super().__init__(sentence)
        self.status, self.final = status, final


class AddressRefused(NotBrought):
    """An address that is not asked for: not HTTPS, or not an address of the web at all."""

    def __init__(self, address: str) -> None:
        super().__init__(f"“{address}” is not an address that begins with https://, so it is not asked for.")


class NotThere(NotBrought):
    """The site says that there is no such page, or none any more."""

    def __init__(self, status: int, final: str) -> None:
        super().__init__(f"The site says that this page is not there ({status}).", status=status, final=final)


class NotGivenOut(NotBrought):
    """The site has the page and does not show it to everybody."""

    def __init__(self, status: int, final: str) -> None:
        super().__init__(f"The site shows this page only to some ({status}).", status=status, final=final)


class NotAllowed(NotBrought):
    """The site's robots.txt asks programs not to fetch this page."""

    def __init__(self, path: str) -> None:
        super().__init__(f"The site's robots.txt asks programs not to fetch {path}.")


class RobotsUnknown(NotBrought):
    """Nobody can say what the site allows, so nothing is asked of it."""

    stops = True

    def __init__(self, why: str) -> None:
        super().__init__(f"The site's robots.txt could not be read, so nothing else is asked of it. {why}")


LONGEST = 400  # characters of an address that are shown


class LedAway(NotBrought):
    """The page sends visitors to another site, which nobody asked for."""

    def __init__(self, status: int, final: str) -> None:
        super().__init__(
            f"The page leads away from the site, to {final[:LONGEST]}.", status=status, final=final
        )


class TooManyTurns(NotBrought):
    """The page sends visitors from one address to the next without end."""

    def __init__(self, status: int, final: str, most: int) -> None:
        super().__init__(f"The page sends visitors on more than {most} times.", status=status, final=final)


class OddAnswer(NotBrought):
    """An answer that is neither a page nor a known way of saying that there is none."""

    def __init__(self, status: int, final: str) -> None:
        super().__init__(f"The site answered with the status {status}.", status=status, final=final)


class ServerFailed(NotBrought):
    """The site says that it failed, each time it was asked."""

    def __init__(self, status: int, final: str, tries: int) -> None:
        super().__init__(
            f"The site failed ({status}) each of the {tries} times it was asked.", status=status, final=final
        )


class AskedToWait(NotBrought):
    """The site asks to be left alone for longer than a round waits."""

    stops = True

    def __init__(self, status: int, final: str, seconds: float) -> None:
        super().__init__(
            f"The site asks to be left alone for {seconds:,.0f} seconds ({status}).",
            status=status,
            final=final,
        )


class Truncated(NotBrought):
    """Only a part of the answer came: it is no page."""

    def __init__(self) -> None:
        super().__init__("Only a part of the answer came.")


class AnswerTooLarge(NotBrought):
    """The answer, unpacked, is larger than a document may be."""

    def __init__(self, most: int) -> None:
        super().__init__(f"The answer is larger than {most / 1_000_000:.0f} MB.")


class AnswerGarbled(NotBrought):
    """The answer is packed in a way that was not asked for, or cannot be unpacked."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The answer could not be unpacked: {why}.")


class TookTooLong(NotBrought):
    """The site did not connect, answer or finish in time."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The site took too long to {what}.")


class NoAnswer(NotBrought):
    """The site could not be reached, or hung up."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The site did not answer: {why}.")


class CertificateRefused(NotBrought):
    """The site could not prove who it is, so nothing was asked of it."""

    stops = True

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The site could not prove who it is ({why}), so nothing was asked of it. If the council uses a "
            "certificate authority of its own, name its file in HANDBACK_CA_FILE."
        )
