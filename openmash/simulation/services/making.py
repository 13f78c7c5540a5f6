"""The values of a copied row that the database cannot reckon: words that name rows, and seals."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from openmash.accounts.services import keyring
from openmash.simulation.services.renaming import Renamed, Wording, copied_id, wording


@dataclass(frozen=True)
class Seal:
    """A sealed column: the row name it is sealed for, and the column of its keyed hash.

    Only what is kept with a hash of this very row names other rows: a decision's frozen picture.
    """

    column: str
    row: str
    hash_column: str = ""

    def columns(self) -> list[str]:
        return [each for each in (self.column, self.hash_column) if each]


SEALS: Mapping[str, Seal] = {
    "intake_contact": Seal("referrer_sealed", "intake.referrer"),
    "intake_original": Seal("sealed", "intake.original"),
    "intake_attachment": Seal("sealed", "intake.attachment"),
    "intake_refusedrow": Seal("sealed", "intake.refused_row"),
    "people_address": Seal("sealed", "people.address"),
    "people_contactdetail": Seal("sealed", "people.contact_detail"),
    "decisions_decision": Seal("picture", "decisions.picture", "picture_hash"),
}


@dataclass(frozen=True)
class Written:
    """A column whose words name rows."""

    column: str
    words: Wording

    def made(self, row_id: UUID, names: Renamed) -> dict[str, object]:
        """Return the column as one copy has it."""
        return {self.column: self.words.renamed(names)}


@dataclass(frozen=True)
class Sealed:
    """A sealed column's content, opened once, to be sealed again for every copy."""

    seal: Seal
    content: bytes

    def made(self, row_id: UUID, names: Renamed) -> dict[str, object]:
        """Return the column sealed for one copy's row, and its hash where that is kept."""
        ring, content = keyring(), self._content(names)
        new_id = copied_id(row_id, names.number)
        values: dict[str, object] = {
            self.seal.column: ring.seal(content, row=f"{self.seal.row}:{new_id}")
        }
        if self.seal.hash_column:
            values[self.seal.hash_column] = ring.keyed_hash(content)
        return values

    def _content(self, names: Renamed) -> bytes:
        if not self.seal.hash_column:
            return self.content
        found = wording(self.content.decode(), names)
        return found.renamed(names).encode() if found else self.content


@dataclass
class Making:
    """What is made anew of one table's lived rows for every copy of them."""

    columns: list[str] = field(default_factory=list)
    makers: dict[UUID, list[Written | Sealed]] = field(default_factory=lambda: defaultdict(list))

    def read_words(
        self, columns: Sequence[str], rows: Iterable[Sequence[str]], known: Collection[str]
    ) -> None:
        """Find the rows, of an id and texts each, whose texts name something that was lived."""
        for row_id, *texts in rows:
            for column, text in zip(columns, texts, strict=True):
                if text and (found := wording(text, known)):
                    self._add(UUID(row_id), Written(column, found), [column])

    def read_sealed(self, seal: Seal, rows: Iterable[tuple[UUID, bytes]]) -> None:
        """Open what is sealed in these rows."""
        for row_id, sealed in rows:
            content = keyring().unseal(sealed, row=f"{seal.row}:{row_id}")
            self._add(row_id, Sealed(seal, content), seal.columns())

    def rows(self, copies: Sequence[Renamed]) -> Iterator[list[object]]:
        """Return the id of each copied row that has something made, and its values by column."""
        for row_id, makers in self.makers.items():
            for names in copies:
                made: dict[str, object] = {}
                for each in makers:
                    made |= each.made(row_id, names)
                yield [copied_id(row_id, names.number), *(made.get(c) for c in self.columns)]

    def _add(self, row_id: UUID, maker: Written | Sealed, columns: Sequence[str]) -> None:
        self.makers[row_id].append(maker)
        self.columns += [each for each in columns if each not in self.columns]
