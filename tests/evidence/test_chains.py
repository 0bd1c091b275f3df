"""Attribution chains, and where they begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import Chain, belongs_to, chain_of, origins_of, parties_of
from tests.corpora import dossier_of, example, fact_named, only_briefing

HEAD = """\
actors:
  arven: {name: Arven, type: state}
  belmark: {name: Belmark, type: state}
  league: {name: League, type: group, members: [arven, belmark]}
  ministry: {name: Ministry of Water, part_of: arven}
  holt: {name: Mara Holt, post: "Minister, ministry"}
  speaker: {name: Spokesman, posts: {role: Spokesman, organization: office, on_behalf_of: holt}}
  office: Press office
  envoy: {name: Envoy, on_behalf_of: arven}
  arpress: {name: Arpress, type: media, part_of: arven}
  wire: {name: The Wire, type: media, other_names: [Wire Agency]}
  radio: {name: Radio Belmark, type: media, part_of: belmark}
issues: {gates: Gates}
"""
ONE_SOURCE = "source: {file: seeds/courier.txt, date: unknown, via: [wire], publisher: The Courier}\n"


def dossier_with(folder: Path, fields: str, source: str = ONE_SOURCE, **articles: str) -> Dossier:
    """A dossier of one claim with these fields."""
    claim = f"claims:\n  - {{id: c, claim: C., {fields}}}\n"
    return dossier_of(folder, HEAD + source + claim, **(articles or {"courier": "then two people said the words."}))


def chain(dossier: Dossier) -> Chain:
    """The chain of the claim through the first source."""
    source = next(iter(dossier.corpus.sources.values()))
    return chain_of(fact_named(dossier, "c"), source, only_briefing(dossier))


def words(links: Chain) -> list[str]:
    """Each link as kind and name, with a star at a party's own agency."""
    return [f"{link.kind.value} {link.actor or link.words}".strip() + "*" * link.own_agency for link in links]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("by: holt, via: [arpress]", ["speaker holt", "via arpress*", "reporter wire", "publisher The Courier"]),
        (
            "by: holt, via: [radio, arpress]",
            ["speaker holt", "via radio", "via arpress*", "reporter wire", "publisher The Courier"],
        ),
        ("by: holt", ["speaker holt", "reporter wire", "publisher The Courier"]),
        ("by: outlet", ["outlet", "reporter wire", "publisher The Courier"]),
        ("note: n", ["not-recorded", "reporter wire", "publisher The Courier"]),
        ("by_unnamed: two people", ["unnamed two people", "reporter wire", "publisher The Courier"]),
        (
            "by_unnamed: {words: two people, side: arven}, via: arpress",
            ["unnamed two people", "via arpress*", "reporter wire", "publisher The Courier"],
        ),
        (
            "by_unnamed: {words: two people, side: unknown}, via: arpress",
            ["unnamed two people", "via arpress", "reporter wire", "publisher The Courier"],
        ),
        ("by: belmark, via: arpress", ["speaker belmark", "via arpress", "reporter wire", "publisher The Courier"]),
    ],
)
def test_a_chain_leads_from_the_speaker_to_the_publisher(tmp_path: Path, fields: str, expected: list[str]) -> None:
    """Speaker, own `via`, the source's `via`, publisher; a party's own agency is marked."""
    dossier = dossier_with(tmp_path, f'{fields}, evidence: "the words"')
    assert words(chain(dossier)) == expected


def test_a_joint_position_has_its_holders_as_speakers(tmp_path: Path) -> None:
    """`self` is each of them; their agencies are marked, also where no speaker is recorded."""
    source = ONE_SOURCE.replace("via: [wire]", "via: [radio]")
    position = (
        'positions: {arven & belmark: {gates: {view: V., id: c, by: self, via: arpress, evidence: "the words"}}}\n'
    )
    dossier = dossier_of(tmp_path / "a", HEAD + source + position, courier="the words")
    assert words(chain(dossier)) == [
        "speaker arven",
        "speaker belmark",
        "via arpress*",
        "reporter radio*",
        "publisher The Courier",
    ]
    dossier = dossier_of(tmp_path / "b", HEAD + source + position.replace("by: self, ", ""), courier="the words")
    assert words(chain(dossier))[:2] == ["not-recorded", "via arpress*"]


@pytest.mark.parametrize("publisher", ["", ", publisher: unknown"])
def test_an_unknown_publisher_is_a_link_without_a_name(tmp_path: Path, publisher: str) -> None:
    """It is printed as unnamed, not left out."""
    source = ONE_SOURCE.replace(", publisher: The Courier", publisher)
    assert words(chain(dossier_with(tmp_path, 'by: holt, evidence: "the words"', source)))[-1] == "publisher"


def test_the_chain_of_the_example(tmp_path: Path) -> None:
    """Lavrov, via RIA Novosti, a state agency, reported by Reuters, in an outlet that is not known."""
    dossier = example(tmp_path)
    source = dossier.corpus.sources["lavrov-ready"]
    briefing = only_briefing(dossier)
    fact = next(fact for fact in briefing.facts if fact.sentence == "Regular communication with Rubio is needed.")
    assert words(chain_of(fact, source, briefing)) == [
        "speaker lavrov",
        "via ria-novosti*",
        "reporter reuters",
        "publisher",
    ]


@pytest.mark.parametrize(
    ("actor", "parties"),
    [
        ("arven", {"arven"}),
        ("ministry", {"ministry", "arven"}),
        ("holt", {"holt", "ministry", "arven"}),
        ("speaker", {"speaker", "office", "holt", "ministry", "arven"}),
        ("envoy", {"envoy", "arven"}),
        ("nobody", {"nobody"}),
    ],
)
def test_an_actor_belongs_to_what_it_is_a_part_of(tmp_path: Path, actor: str, parties: set[str]) -> None:
    """By part, office or mandate, step by step."""
    assert parties_of(actor, only_briefing(dossier_with(tmp_path, 'evidence: "the words"'))) == parties


def test_belonging_in_a_circle_ends(tmp_path: Path) -> None:
    """Two parts of each other are a mistake, no hang."""
    sheet = "actors:\n  a: {name: A, part_of: b}\n  b: {name: B, part_of: a}\n"
    assert parties_of("a", only_briefing(dossier_of(tmp_path, sheet))) == {"a", "b"}


@pytest.mark.parametrize(
    ("actor", "holders", "may"),
    [
        ("holt", ("arven",), True),
        ("speaker", ("arven",), True),
        ("holt", ("belmark",), False),
        ("holt", ("belmark", "arven"), True),
        ("holt", ("league",), True),
        ("arven", ("holt",), False),
    ],
)
def test_who_may_speak_for_whom(tmp_path: Path, actor: str, holders: tuple[str, ...], may: bool) -> None:
    """A member for its group, an office-holder for his state; not the other way round."""
    assert belongs_to(actor, holders, only_briefing(dossier_with(tmp_path, 'evidence: "the words"'))) is may


def origins(folder: Path, fields: str, *sources: str) -> frozenset[str]:
    """The origins of a claim that three sources carry."""
    stems = ("one", "two", "three")[: len(sources)]
    block = "sources:\n" + "".join(
        f"  {stem}: {{file: seeds/{stem}.txt, date: unknown{more}}}\n"
        for stem, more in zip(stems, sources, strict=True)
    )
    evidence = "evidence: {" + ", ".join(f'{stem}: "the words"' for stem in stems) + "}"
    fields = f"{fields}, {evidence}" if fields else evidence
    dossier = dossier_with(folder, fields, block, **dict.fromkeys(stems, "the words"))
    return origins_of(fact_named(dossier, "c"), dossier.evidence, only_briefing(dossier))


@pytest.mark.parametrize(
    ("fields", "sources", "expected"),
    [
        ("", [", via: wire"] * 3, {"wire"}),
        ("", [", via: wire, publisher: A", ", via: wire, publisher: B", ", via: wire"], {"wire"}),
        ("", [", via: wire", ", publisher: The Wire", ", publisher: Wire Agency"], {"wire"}),
        ("", [", via: wire", ", via: radio", ", via: wire"], {"wire", "radio"}),
        ("", [", via: [arpress, wire]", ", via: arpress"], {"arpress"}),
        ("by: holt", [", via: wire", ", via: radio", ""], {"holt"}),
        ("via: arpress", [", via: wire", ", via: radio"], {"arpress"}),
        ("by: outlet", [", publisher: A", ", publisher: B"], {"A", "B"}),
        ("by: outlet", [", via: wire, publisher: A", ", via: wire, publisher: B"], {"wire"}),
        ("", [", publisher: A", ", publisher: A"], {"A"}),
        ("", ["", ", publisher: unknown"], {""}),
        ("by_unnamed: two people", [", via: wire", ", via: radio"], set()),
    ],
)
def test_origins_are_where_chains_begin(tmp_path: Path, fields: str, sources: list[str], expected: set[str]) -> None:
    """Three articles on one agency report are one origin; people without names are none."""
    assert origins(tmp_path, fields, *sources) == expected


def test_the_words_for_unnamed_people_are_put_into_no_other_mouth(tmp_path: Path) -> None:
    """What one article calls the people whom it does not name, another that passes it on did not say."""
    sources = "sources:\n  a: {file: seeds/a.txt, date: unknown}\n  b: {file: seeds/b.txt, date: unknown}\n"
    fields = 'by_unnamed: two people, evidence: {a: "the words", b: "the words"}'
    articles = {"a": "Then two people said the words.", "b": "An official said the words."}
    dossier = dossier_with(tmp_path, fields, sources, **articles)
    fact, briefing = fact_named(dossier, "c"), only_briefing(dossier)
    chains = [words(chain_of(fact, source, briefing)) for source in dossier.corpus.sources.values()]
    assert chains == [["unnamed two people", "publisher"], ["unnamed", "publisher"]]
