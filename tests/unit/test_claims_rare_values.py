"""Figures that their value tells in few words, and what a draft leaves to the words before."""

import pytest

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import read_checked
from wp.base.schema import assemble
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT
from wp.verify.claims.judge import judge_sentence
from wp.verify.verdict import Claim

HONEY = """# Bee Council of Ostmark: Report for 2033

## Harvest

Rain in the valley came to 618 millimetres, little more than half of the mean. Keepers took in 21.7
million jars. On 6 September a fire at the depot in Hallen destroyed 38,500 hives, and 917 keepers
lost their whole stock. The average keeper sold 143 jars a month. In 2032 it had been 151 jars a
month. The honey centrifuge at Wend, which was opened in spring, needed 4.7 gigawatt-hours.

The court was asked to review 402 fines. It set aside 71 and upheld 318.

## Quotas (kilograms)

| Honey and valley | 2034 | 2035 | 2036 |
|---|---:|---:|---:|
| Heather, North | 18,300 | 17,100 | 16,400 |
| Heather, South | 9,600 | 8,900 | 8,150 |
| Lime, North | 41,200 | 43,700 | 46,900 |

## Accounts

The Council spent 68.4 million crowns in 2033; wages took 31.9 million. In 2023 it had spent 52.6
million crowns. The levy was 29.4 cents per kilogram in 2033, after 31.8 cents per kilogram in 2032.
Wind ovens dried 18.2 tonnes of wax in 2033, solar ovens 7.6 tonnes.

## Who keeps bees

Of all apiaries 36,510 are run by families, 2,205 by cloisters and 1,272 by firms. The harvest of
lime honey was 1.53 million jars and that of clover honey 2.74 million jars. In the Plain 19 percent
of the queens were bred at home, in the Hill Country 81 percent. Wax for candles cost 41.2 crowns a
kilogram in 2032 and 57.9 crowns a kilogram in 2033; the cost of wax rose by 16.7 crowns a kilogram.

| Zone | Swarms | Lost |
|---|---:|---:|
| B (500 to 900 metres) | 71 | 18 |
| C (900 to 1,400 metres) | 64 | 27 |
"""

CASES = [
    (("Rain was scarce in the valley.", "It had a mere 618 millimetres."), "supported",
     "a value that stands once, in what the text is about"),
    (("A mere 681 millimetres of water fell from the sky.",), "unsupported",
     "and not one that stands nowhere"),
    (("The valley got 618 millimetres of rain.",), "supported", "the same with a word of it"),
    (("In Norland 618 millimetres fell.",), "unsupported", "another's name"),
    (("For the keepers it was a poor 21.7 million jars.",), "supported", "other words"),
    (("Some 21.7 million jars were smashed.",), "unsupported", "another verb"),
    (("Wages came to 21.7 million crowns.",), "contradicted", "the word of another figure"),
    (("Each keeper got rid of 143 jars a month.",), "supported", "another verb"),
    (("The wax ovens made 143 jars a month.",), "unsupported", "words of what is told elsewhere"),
    (("Judges let 318 of the fines stand.",), "unsupported", "a part of what was told before"),
    (("The court left 318 fines as they were.",), "unsupported",
     "what tells it from the other figure of its sentence is not said"),
    (("Of the 402 fines 71 were not upheld.",), "unsupported",
     "what is denied of one may be told of the other"),
    (("Of the 402 fines 318 were upheld.",), "supported",
     "what the sentence before in the source counts"),
    (("The court left 318 hives as they were.",), "unsupported", "and no other thing"),
    (("On 6 September 917 keepers lost everything.",), "supported",
     "a month that a sentence has once is that of all its figures"),
    (("On 6 May 917 keepers lost everything.",), "unsupported", "another month is not"),
    (("South may make 9,600 kilograms of heather honey in 2034.",), "supported",
     "a heading that ends in a measure gives it to the table below"),
    (("South may make 18,300 kilograms of heather honey in 2034.",), "contradicted",
     "the value of the row beside the one that is named"),
    (("South may make 9,600 kilograms of heather honey in 2034, and two years later 8,150.",),
     "supported", "a bare number takes the unit before it, and the year that is counted"),
    (("South may make 9,600 kilograms of heather honey in 2034, and two years later 8,900.",),
     "unsupported", "which is not the one between"),
    (("The levy stood at 29.4 cents per kilogram in 2033, after 31.8 in 2032.",), "supported",
     "a unit that the number before has"),
    (("The levy stood at 29.4 cents per kilogram in 2033, after 38.1 in 2032.",), "contradicted",
     "of a value that is printed"),
    (("The Council spent 68.4 million crowns in 2033.",
      "Ten years earlier it had been 52.6 million."),
     "supported", "a year that is counted from the one before"),
    (("The Council spent 68.4 million crowns in 2033.",
      "Nine years earlier it had been 52.6 million."),
     "contradicted", "and another year"),
    (("The average keeper sold 143 jars a month in 2033.", "The year before it was 151."),
     "supported", "the year before"),
    (("The average keeper sold 143 jars a month in 2033.", "Two years before it was 151."),
     "contradicted", "is one year before"),
    (("Wind ovens dried 18.2 tonnes of wax in 2033.", "Solar ovens had 7.6."), "supported",
     "a bare number goes on with the unit of the sentence before"),
    (("Wind ovens dried 18.2 tonnes of wax in 2033.", "Solar ovens had 6.7."), "unsupported",
     "where its value is printed"),
    (("Firms now run 2,205 apiaries.",), "contradicted",
     "a value that stands once is of the figure that it stands with"),
    (("Cloisters run 2,205 apiaries.",), "supported", "and of that itself"),
    (("Some 1.53 million jars of clover honey came in.",), "contradicted",
     "the next figure's noun"),
    (("In the Plain four fifths of the queens were bred at home.",), "unsupported",
     "a fraction of what is told of another place"),
    (("In the Hill Country four fifths of the queens were bred at home.",), "supported",
     "a fraction of what is told of it"),
    (("In zone B 27 swarms were lost.",), "unsupported", "the letter of another row"),
    (("In zone C 27 swarms were lost.",), "supported", "the letter of the row"),
    (("The Beekeepers' Union has 38,500 members.",), "unsupported",
     "the digits of another thing, told elsewhere, contradict nothing"),
    (("Solar ovens dried 18.2 tonnes of wax in 2033.",), "contradicted",
     "the value of what stands before in its sentence"),
    (("Wind ovens dried 7.6 tonnes of wax in 2033.",), "contradicted", "and behind"),
    (("Clover honey made 1.53 million jars, lime honey 2.74 million.",), "contradicted",
     "two that changed places"),
    (("Lime honey, North, may come to 8,900 kilograms in 2035.",), "contradicted",
     "the value of another row"),
    (("Wages took 31.9 billion crowns.",), "contradicted", "another scale"),
    (("Keepers took in 217 million jars.",), "contradicted", "a nought too many"),
    (("The hut at the lake cost 68,400 crowns.",), "unsupported",
     "the digits of another thing in another scale"),
    (("The depot in Hallen was destroyed by fire on 6 October.",), "contradicted",
     "another month of the same day"),
    (("On 6 September there was a fire at the depot, which 2034 will see rebuilt.",), "unsupported",
     "a second date is not of what the first dates"),
    (("The Council spent 68.4 million crowns a year on balance, in 2033.",), "supported",
     "a year on balance counts from no year"),
    (("In the capital 46,000 keepers go to night school.",), "unsupported",
     "a noun alone leads to no figure of it"),
    (("The school opened on 6 May 2031, with 143 pupils.",), "unsupported",
     "nor does a verb alone lead to a date"),
    (("The Council spent 68.4 million crowns in 2033, a third more than ten years before.",),
     "unsupported", "a third is a share before a comparison, and no order"),
    (("The Council spent 68.4 million crowns in 2033, 15.7 million more than ten years ago.",),
     "unsupported", "which does not come out, and contradicts nothing"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> ClaimIndex:
    path = tmp_path_factory.mktemp("honey") / "honey.md"
    path.write_text(HONEY, encoding="utf-8")
    text = checked_text(path, draft_base(read_source(path), path.stem).raw)
    return ClaimIndex([assemble(*read_checked(path, text.encode()))])


@pytest.mark.parametrize(
    ("sentences", "verdict"), [case[:2] for case in CASES], ids=[case[2] for case in CASES]
)
def test_a_value_that_stands_once_needs_few_words(
    sentences: tuple[str, ...], verdict: str, index: ClaimIndex
) -> None:
    context, judged = NO_CONTEXT, None
    for sentence in sentences:
        judged = judge_sentence(sentence, index, context)
        context = context.after(sentence, judged)
    assert isinstance(judged, Claim)
    assert judged.verdict == verdict, judged.figures
