"""The snippets that editors offer: the least form of each object, with a place to fill in for every value.

They are `defaultSnippets`, which the YAML and JSON language servers share. `$` begins a place: `${1:what to write}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Snippet:
    """One object to insert: what it is called, when it is the right one, and its keys."""

    label: str
    description: str
    body: dict[str, Any]

    def schema(self) -> dict[str, Any]:
        """As an entry of `defaultSnippets`."""
        return {"label": f"new {self.label}", "description": self.description, "body": self.body}


_QUOTE = "${9:verbatim words of the source}"


def _position(kind: str, sentence: str) -> Snippet:
    body = {kind: f"${{1:{sentence}}}", "by": "${2:self}", "evidence": _QUOTE}
    return Snippet(f"position: {kind}", f"A position that is a {kind}.", body)


SNIPPETS: dict[str, tuple[Snippet, ...]] = {
    "Position": (
        _position("demand", "The neighbour must open the gates."),
        _position("offer", "The minister is ready to meet."),
        _position("rejection", "Rejects any talks before May."),
        _position("red-line", "Will never give up the island."),
        _position("view", "The island is ours."),
    ),
    "Event": (
        Snippet(
            "event",
            "Something that happened or will happen.",
            {"event": "${1:The ministers meet}", "date": "${2:2025-11-09}", "evidence": _QUOTE},
        ),
        Snippet(
            "event: called off",
            "A meeting that was cancelled or put off.",
            {
                "event": "${1:Summit in Budapest}",
                "date": "${2:2025-10}",
                "happening": "${3|cancelled,postponed,rescheduled|}",
                "evidence": _QUOTE,
            },
        ),
    ),
    "Figure": (
        Snippet(
            "figure",
            "A number, or words in the place of one.",
            {"figure": "${1:Share of the harvest lost}", "value": "${2:about 19 %}", "evidence": _QUOTE},
        ),
    ),
    "Claim": (
        Snippet(
            "claim",
            "What somebody asserts, and who.",
            {"claim": "${1:The talks have failed so far.}", "by": "${2:outlet}", "evidence": _QUOTE},
        ),
        Snippet(
            "claim: rumour",
            "What nobody stands behind.",
            {
                "claim": "${1:The minister will resign.}",
                "by_unnamed": "${2:two people briefed on the talks}",
                "status": "rumour",
                "evidence": _QUOTE,
            },
        ),
    ),
    "Assessment": (
        Snippet(
            "judgement",
            "What the desk judges, and on which facts it rests.",
            {
                "judgement": "${1:The demands are unchanged.}",
                "confidence": "${2|low,moderate,high|}",
                "basis": ["${3:id-of-a-fact}"],
            },
        ),
    ),
    "Advice": (
        Snippet(
            "advice: line to take",
            "What to say.",
            {"line": "${1:We welcome any direct contact.}", "basis": ["${2:id-of-a-fact}"]},
        ),
        Snippet(
            "advice: decision",
            "What has to be decided.",
            {"decision": "${1:Whether to send an envoy.}", "basis": ["${2:id-of-a-fact}"]},
        ),
    ),
    "Question": (
        Snippet("question", "What is not known.", {"question": "${1:What was agreed?}", "why": "${2:why it matters}"}),
    ),
    "SetAside": (
        Snippet(
            "passage set aside",
            "A passage that backs no fact on purpose.",
            {"text": "${1:the passage, verbatim}", "reason": "${2|boilerplate,background,heading,duplicate,colour|}"},
        ),
    ),
    "FullQuote": (
        Snippet(
            "quote: full form",
            "A quote with its source and, where it occurs twice, the words before it.",
            {"exact": "${1:verbatim words}", "source": "${2:id-of-a-source}"},
        ),
        Snippet(
            "quote: translated",
            "A quote with the desk's translation.",
            {"exact": "${1:verbatim words}", "translation": "${2:the same in our language}", "translated_by": "desk"},
        ),
    ),
    "Unnamed": (
        Snippet(
            "unnamed people",
            "People whom the source does not name.",
            {"words": "${1:two people briefed on the talks}", "side": "${2:unknown}"},
        ),
    ),
    "Post": (
        Snippet(
            "post", "An office.", {"role": "${1:Foreign Minister}", "organization": "${2:russia}", "evidence": _QUOTE}
        ),
    ),
    "Correction": (
        Snippet(
            "correction or withdrawal",
            "When and why the publisher changed the article.",
            {"date": "${1:2025-11-12}", "reason": "${2:The publisher changed a figure.}"},
        ),
    ),
    "Sense": (Snippet("sense", "One sense of a term.", {"text": "${1:Region in the east.}", "evidence": _QUOTE}),),
    "SourceRecord": (
        Snippet(
            "source",
            "An article.",
            {
                "file": "${1:seeds/article.txt}",
                "date": "${2:2025-11-09}",
                "title": "${3:its title}",
                "publisher": "${4:its publisher}",
                "url": "${5:unknown}",
                "language": "${6:en}",
            },
        ),
    ),
    "Actor": (
        Snippet(
            "actor",
            "A person, state or body.",
            {"name": "${1:Sergei Lavrov}", "type": "${2|person,state,organization|}"},
        ),
        Snippet(
            "actor: with a post",
            "A person with an office, and the words that give it.",
            {
                "name": "${1:Sergei Lavrov}",
                "type": "person",
                "post": "${2:Foreign Minister}, ${3:russia}",
                "evidence": _QUOTE,
            },
        ),
    ),
    "Issue": (
        Snippet(
            "issue",
            "A question on which actors take positions.",
            {"title": "${1:Status of the territories}", "question": "${2:Does the territory belong to it?}"},
        ),
    ),
    "Term": (
        Snippet("term", "A word of the glossary.", {"term": "${1:Donbas}", "definition": "${2:Region in the east.}"}),
        Snippet(
            "term: loaded",
            "Wording that takes a side, with the wording to use instead.",
            {"term": "${1:the regime}", "type": "loaded", "use": "${2:the government}", "evidence": _QUOTE},
        ),
    ),
    "Sheet": (
        Snippet(
            "briefing",
            "A whole sheet with its first fact.",
            {
                "briefing": "${1:name-of-this-file}",
                "title": "${2:The message of the briefing}",
                "date": "${3:2025-11-10}",
                "source": {"file": "${4:seeds/article.txt}", "date": "${5:2025-11-09}"},
                "events": [{"event": "${6:The ministers meet}", "date": "${7:2025-11-09}", "evidence": _QUOTE}],
            },
        ),
    ),
}
"""By the name of the object's definition in the schema."""


def keyed(snippets: tuple[Snippet, ...], id_: str) -> list[dict[str, Any]]:
    """The same snippets for a mapping from ids to such objects, each under an id to fill in."""
    return [Snippet(each.label, each.description, {f"${{8:{id_}}}": each.body}).schema() for each in snippets]
