"""A query as the index is asked: an FTS5 expression. Every word is quoted, and none of the user's signs is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bluebook_desktop.domain.folding import is_japanese
from bluebook_desktop.domain.querying import Atom, Clause, Dated, Either, Near, Phrase, Query, Words
from bluebook_desktop.domain.querying.facets import capitals_facets, exact_date_facet, kind_facet
from bluebook_desktop.domain.querying.index_words import pairs
from bluebook_desktop.domain.references import Kind

#: FTS5 and a reader agree on what stands near where it is two.
_PAIR = 2
_CAPITALS = capitals_facets("US")[0]
#: So that there is something to leave out from.
_EVERY_ROW = f"({' OR '.join(f'{chr(34)}{kind_facet(kind)}{chr(34)}' for kind in Kind)})"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the index is asked: a query, and words of the index that rows must have.

    Of each group in `required` a row has at least one; it has none of `barred`. The rows that are hidden are not found:
    the reader decided otherwise on what they hold.
    """

    query: Query
    required: tuple[tuple[str, ...], ...] = ()
    barred: tuple[str, ...] = ()
    hidden_passages: frozenset[int] = frozenset()
    hidden_entries: frozenset[int] = frozenset()

    @property
    def is_possible(self) -> bool:
        """Whether any row can be what is asked for."""
        return all(self.required)

    def with_facets(self, *facets: str) -> Plan:
        """The same, for rows that have all of these as well."""
        return replace(self, required=(*self.required, *((facet,) for facet in facets)))

    def admits(self, facets: frozenset[str]) -> bool:
        """Whether a row with these words of the index is among those that are asked for."""
        return facets.isdisjoint(self.barred) and not any(facets.isdisjoint(group) for group in self.required)


def expression(plan: Plan) -> str:
    """The FTS5 expression of a possible plan."""
    wanted = [_clause(clause) for clause in plan.query.clauses]
    wanted += [_either([f'"{facet}"' for facet in group]) for group in plan.required]
    unwanted = [f'"{facet}"' for facet in plan.barred]
    # What a phrase's words propose is more than the phrase: the rest of those is left out by its characters.
    unwanted += [_atom(atom) for atom in plan.query.without if is_exact(atom)]
    positive = " AND ".join(wanted) or _EVERY_ROW
    return f"({positive}) NOT {_either(unwanted)}" if unwanted else positive


def is_exact(atom: Atom) -> bool:
    """Whether the index finds this and nothing else; else its candidates are compared by characters."""
    return isinstance(atom, Dated) or (isinstance(atom, Words) and not any(map(is_japanese, atom.words)))


def plan_is_exact(plan: Plan) -> bool:
    """Whether the index counts what is asked for, and not perhaps more."""
    parts = [part for clause in plan.query.clauses for part in _parts(clause)]
    nears = all(_is_near_exact(part) for part in parts if isinstance(part, Near))
    return nears and all(map(is_exact, (*plan.query.atoms, *plan.query.without)))


def _is_near_exact(near: Near) -> bool:
    """Whether FTS5 finds what a reader does: a word is not near itself, but FTS5 thinks that it is."""
    if len(near.parts) != _PAIR or not _is_for_near(near):
        return False
    first, last = near.parts
    goes_on = isinstance(last, Words) and last.prefix
    return not any(one == two or (goes_on and one.startswith(two)) for one in first.words for two in last.words)


def _parts(clause: Clause) -> tuple[Clause, ...]:
    return clause.parts if isinstance(clause, Either) else (clause,)


def _either(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def _both(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


def _clause(clause: Clause) -> str:
    if isinstance(clause, Either):
        return _either([_clause(part) for part in clause.parts])
    if isinstance(clause, Near):
        return _near(clause)
    return _atom(clause)


def _atom(atom: Atom) -> str:
    if isinstance(atom, Dated):
        return _either([*(side_by_side(way) for way in atom.ways), f'"{exact_date_facet(atom.span)}"'])
    if isinstance(atom, Phrase):
        return side_by_side(atom.words)
    ways = [side_by_side(atom.words, prefix=atom.prefix)]
    if atom.joined:
        ways.append(side_by_side((atom.joined,), prefix=atom.prefix))
    ways += [side_by_side((form,)) for form in atom.forms]
    found = _either(ways)
    return f'({found} AND "{_CAPITALS}")' if atom.capitals else found


def side_by_side(parts: tuple[str, ...], *, prefix: bool = False) -> str:
    """Words as a phrase; Japanese ones each as a row of pairs, since what stands around them is another run."""
    groups: list[list[str]] = []
    for part in parts:
        if is_japanese(part):
            groups.append([part])
        elif groups and not is_japanese(groups[-1][-1]):
            groups[-1].append(part)
        else:
            groups.append([part])
    asked = [_group(group) for group in groups]
    if prefix and not is_japanese(parts[-1]):
        asked[-1] += "*"
    return _both(asked)


def _group(group: list[str]) -> str:
    if not is_japanese(group[0]):
        return f'"{" ".join(group)}"'
    run = group[0]
    return f'"{" ".join(pairs(run))}"' if len(run) > 1 else f'"{run}"*'


def _is_for_near(near: Near) -> bool:
    """Whether all of its parts are what FTS5 takes for NEAR."""
    simple = all(not any(map(is_japanese, part.words)) for part in near.parts)
    return simple and not any(isinstance(part, Words) and (part.joined or part.forms) for part in near.parts)


def _near(near: Near) -> str:
    """FTS5 takes phrases alone for NEAR; Japanese runs and other ways of a word are compared by characters."""
    if not _is_for_near(near):
        return _both([_atom(part) for part in near.parts])
    asked = " ".join(side_by_side(part.words, prefix=isinstance(part, Words) and part.prefix) for part in near.parts)
    return f"NEAR({asked}, {near.distance})"
