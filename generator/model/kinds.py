"""The closed lists of the facts contract (`docs/project/facts.md`): what kind of thing something may be."""

from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of the article's text is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"


class Basis(StrEnum):
    """How a piece of metadata is known."""

    FRONT_MATTER = "front-matter"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How the words of a mention refer."""

    NAME = "name"
    ALIAS = "alias"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class ActorKind(StrEnum):
    """What kind of thing a mention or an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    PLACE = "place"
    PEOPLE = "people"
    WEAPON = "weapon"
    FACILITY = "facility"
    EVENT = "event"
    WORK = "work"
    OTHER = "other"


class ClaimForm(StrEnum):
    """How the article gives the words of a claim."""

    QUOTATION = "quotation"
    MIXED = "mixed"
    PARAPHRASE = "paraphrase"
    NARRATION = "narration"


class SpeakerKind(StrEnum):
    """How an article names who speaks."""

    NAMED = "named"
    ROLE = "role"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


class Factuality(StrEnum):
    """The speaker's commitment to what is said, in FactBank's values (Saurí & Pustejovsky 2009)."""

    CERTAIN = "CT+"
    CERTAIN_NOT = "CT-"
    PROBABLE = "PR+"
    PROBABLE_NOT = "PR-"
    POSSIBLE = "PS+"
    POSSIBLE_NOT = "PS-"
    UNDERSPECIFIED = "Uu"


class Grain(StrEnum):
    """The unit that a date expression names."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    TIME = "time"


class EventType(StrEnum):
    """PLOVER's event types (Halterman et al. 2023), and OTHER for what it does not code."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    YIELD = "YIELD"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"
