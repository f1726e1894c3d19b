"""The workbooks that a viewer has dropped: read once, kept with what is said by hand, saved when told to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import intake, queries
from dashboard.domain.access import NotAllowedError
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ANY_LAYOUT, MONTHS, Answer, Question
from dashboard.domain.scope import Scope
from dashboard.domain.table_reading import TableReading
from dashboard.domain.viewer import EVERYTHING
from dashboard.intake import Decisions, Preview, Receipt
from dashboard.web.database import database, viewer
from dashboard.web.sign_in import acting
from dashboard.web.who_is_who import chosen_before_saving

NUMBERED, ALIKE = "{name} (nr. {number} af {of})", "{name} (nr. {number} af {of}, magen til nr. {first})"  # of one name
DROP = "Læg statusprojektmapper eller Word-dokumenter her"
READING, SAVING = "Læser {name} ({number} af {of}) …", "Indlæser {name} ({number} af {of}) …"
ByHand = tuple[Month | None, Scope | None, tuple[Answer, ...], str | None]  # the last is its plan
BY_HAND = {"plan": "plan", "month": "maaned", "scope": "omfang"}
FILES, READ, SAVED, REFUSED, TO_SAVE, GIVEN = "filer", "laest", "gemte", "afviste", "skal_gemmes", "svar"


@dataclass(frozen=True)
class Arrival:
    """A dropped file, what saving it would change, and (once it is saved) its receipt."""

    key: str
    name: str
    content: bytes
    preview: Preview
    saved: Receipt | None

    @property
    def is_sound(self) -> bool:
        """Tell whether it can be saved without a further question."""
        return self.saved is None and self.preview.receipt.accepted and not self.preview.is_stored

    @property
    def is_asked_about(self) -> bool:
        """Tell whether something must be answered before it can be saved."""
        return self.saved is None and bool(self.questions)

    @property
    def questions(self) -> list[Question]:
        """List what is asked in a form: not whether one month is meant or all, where those are seen in a table."""
        is_seen = bool(self.preview.months)
        return [each for each in self.preview.questions if not (is_seen and each.choices[0].subject == MONTHS)]

    @property
    def months_question(self) -> Question | None:
        """Give the question whether one month is meant or all, where it is not settled."""
        return next((each for each in self.preview.questions if each not in self.questions), None)


@dataclass(frozen=True)
class Look:
    """A preview with what it depends on: what is given by hand, and how new the stored data was."""

    by_hand: ByHand
    version: int
    preview: Preview


def dropped_files() -> list[Arrival]:
    """Show where to drop files, save those that are to be saved, and give all that lie there, read."""
    files = st.file_uploader(DROP, accept_multiple_files=True, key=FILES, label_visibility="collapsed") or []
    place = st.empty()
    keys, accept_errors = st.session_state.pop(TO_SAVE, ((), False))
    _save([file for file in files if file.file_id in keys], place, accept_errors=accept_errors)
    return _read(files, place)


def save(arrivals: Sequence[Arrival], *, accept_errors: bool) -> None:
    """Have workbooks saved, as a button's callback."""
    st.session_state[TO_SAVE] = ([arrival.key for arrival in arrivals], accept_errors)


def refusal(key: str) -> str:
    """Say why a workbook could not be saved with what was chosen for its new lines; empty when it could."""
    return _refusals().get(key, "")


def by_hand_key(said: str, key: str) -> str:
    """Name the widget that says the "plan", "month" or "scope" of a file by hand."""
    return f"{BY_HAND[said]}_{key}"


def give(answer: Answer) -> None:
    """Answer something about the tables with some headings, in place of what was answered before."""
    others = [each for each in _given() if not answer.replaces(each)]
    st.session_state[GIVEN] = (*others, answer)


def take_back(answer: Answer) -> None:
    """Let an answer not be given after all."""
    st.session_state[GIVEN] = tuple(each for each in _given() if each != answer)


def take_back_subject(layout: str, subject: str) -> None:
    """Let nothing be given about a subject, whatever it was."""
    st.session_state[GIVEN] = tuple(each for each in _given() if (each.layout, each.subject) != (layout, subject))


def given_about(tables: Iterable[TableReading]) -> tuple[Answer, ...]:
    """List what is answered about these tables."""
    layouts = {table.layout for table in tables}
    return tuple(each for each in _given() if each.layout in layouts)


def _given() -> tuple[Answer, ...]:
    """List everything that is answered."""
    answers: tuple[Answer, ...] = st.session_state.get(GIVEN, ())
    return answers


def _save(files: Sequence[UploadedFile], place: DeltaGenerator, *, accept_errors: bool) -> None:
    """Save workbooks, oldest month first, and remember what became of each."""
    looks = _looks()
    ordered = sorted(files, key=lambda file: (str(looks[file.file_id].preview.receipt.month), file.name))
    for file in _with_progress(ordered, place, SAVING):
        seen = looks[file.file_id].preview
        _refusals().pop(file.file_id, None)
        try:
            _saved()[file.file_id] = intake.save_seen(
                database(),
                file.getvalue(),
                seen,
                accept_errors=accept_errors,
                by=acting("import", seen.receipt.scope),
                decisions=chosen_before_saving(file.file_id, seen.suggestions),
            )
        except (intake.LinkError, NotAllowedError) as error:
            _refusals()[file.file_id] = str(error)


def _read(files: Sequence[UploadedFile], place: DeltaGenerator) -> list[Arrival]:
    """Read what is new or was corrected by hand; what is saved stays as it was seen then."""
    looks, version = _looks(), queries.data_version(database().seen_by(EVERYTHING))
    for gone in set(looks) - {file.file_id for file in files}:
        del looks[gone]
    open_files = [file for file in files if file.file_id not in _saved()]
    unread = [file for file in open_files if not _is_read(file.file_id, version)]
    is_quick = len(unread) == 1 and unread[0].file_id in looks  # what was read lies still while it is read once more
    for file in unread if is_quick else _with_progress(unread, place, READING):
        month, scope, answers, plan = _by_hand(file.file_id)
        preview = intake.preview_workbook(
            database(),
            file.getvalue(),
            file.name,
            month=month,
            scope=scope,
            answers=answers,
            plan=plan,
            viewer=viewer(),
        )
        looks[file.file_id] = Look(_by_hand(file.file_id, preview), version, preview)
    for file in open_files:
        look = looks[file.file_id]
        decisions = chosen_before_saving(file.file_id, look.preview.suggestions)
        if look.version == version and look.preview.decisions != decisions:
            _refusals().pop(file.file_id, None)
        if look.version != version or look.preview.decisions != decisions:
            looks[file.file_id] = Look(look.by_hand, version, _preview_again(file, look.preview, decisions))
    return [
        Arrival(file.file_id, name, file.getvalue(), looks[file.file_id].preview, _saved().get(file.file_id))
        for file, name in zip(files, _told_apart(files), strict=True)
    ]


def _told_apart(files: Sequence[UploadedFile]) -> Iterator[str]:
    """Give the name of each file; of several with one name also which it is, and whether it says what another does."""
    for file in files:
        namesakes = [each for each in files if each.name == file.name]
        number, of = namesakes.index(file) + 1, len(namesakes)
        first = next(place for place, each in enumerate(namesakes, 1) if each.getvalue() == file.getvalue())
        said = (NUMBERED if first == number else ALIKE).format(name=file.name, number=number, of=of, first=first)
        yield said if of > 1 else file.name


def _preview_again(file: UploadedFile, before: Preview, decisions: Decisions) -> Preview:
    """Look at a file once more with what was decided about its lines, or say why that cannot stand."""
    try:
        return intake.preview_again(database(), file.getvalue(), before, decisions, viewer())
    except intake.LinkError as error:
        _refusals()[file.file_id] = str(error)
        return replace(intake.preview_again(database(), file.getvalue(), before, viewer=viewer()), decisions=decisions)


def _is_read(file_id: str, version: int) -> bool:
    look = _looks().get(file_id)
    if look is None or look.by_hand != _by_hand(file_id, look.preview):
        return False
    return look.version == version or intake.is_read_as_remembered(database(), look.preview)


def _with_progress(files: Sequence[UploadedFile], place: DeltaGenerator, said: str) -> Iterator[UploadedFile]:
    for number, file in enumerate(files):
        place.progress(number / len(files), said.format(name=file.name, number=number + 1, of=len(files)))
        yield file
    place.empty()


def _by_hand(file_id: str, seen: Preview | None = None) -> ByHand:
    """Give what is said by hand of a file: of its tables, once it was seen which those are."""
    plan, month, scope = (st.session_state.get(by_hand_key(said, file_id)) for said in BY_HAND)
    answers = _given() if seen is None else given_about(seen.tables)
    answers += tuple(replace(each, layout=ANY_LAYOUT) for each in _given() if each.layout == file_id)
    if month and "-" not in month:
        answers, month = (*answers, Answer(ANY_LAYOUT, MONTHS, month)), None
    return Month.parse(month) if month else None, Scope(scope) if scope else None, answers, plan


def _looks() -> dict[str, Look]:
    looks: dict[str, Look] = st.session_state.setdefault(READ, {})
    return looks


def _refusals() -> dict[str, str]:
    sentences: dict[str, str] = st.session_state.setdefault(REFUSED, {})
    return sentences


def _saved() -> dict[str, Receipt]:
    receipts: dict[str, Receipt] = st.session_state.setdefault(SAVED, {})
    return receipts
