from dashboard.domain.light import Light
from dashboard.domain.terms import terms


def test_every_light_has_a_word_and_a_definition() -> None:
    assert set(terms().lights) == set(Light)
    assert all(entry.word and entry.definition for entry in terms().lights.values())


def test_no_way_of_writing_a_light_means_two_lights() -> None:
    written = [word for entry in terms().lights.values() for word in entry.written]
    assert len(written) == len(set(written))


def test_the_seven_temaer_are_whole_though_they_hold_commas_and_og() -> None:
    names = [tema.name for tema in terms().tema]
    assert len(names) == 7
    assert "Sociale investeringer, Fremtidens velfærd, Skoler og dagtilbud" in names


def test_no_header_word_means_two_fields() -> None:
    phrases = [phrase for phrases in terms().columns.values() for phrase in phrases]
    assert len(phrases) == len(set(phrases))


def test_an_udvalg_that_is_not_on_the_list_keeps_its_own_name() -> None:
    assert terms().udvalg_name("AU") == "Arbejdsmarkedsudvalget"
    assert terms().udvalg_name("Landdistriktsudvalget") == "Landdistriktsudvalget"


def test_lights_are_counted_in_the_right_number() -> None:
    said = [terms().lights[light].count(n) for light in (Light.RED, Light.YELLOW, Light.GREEN) for n in (1, 2)]
    assert said == ["1 rød", "2 røde", "1 gul", "2 gule", "1 grøn", "2 grønne"]


def test_the_election_is_remembered_in_its_month() -> None:
    assert {event.name: str(event.month) for event in terms().events}["Kommunalvalg"] == "2025-11"
