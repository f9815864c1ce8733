"""Claims of every kind that was once judged wrongly, each with the reason of its verdict."""

from functools import cache
from pathlib import Path

import pytest

from wp.base import builtin_path
from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load, read_checked
from wp.base.schema import assemble
from wp.text import sentences
from wp.verify.check import check_draft
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT
from wp.verify.claims.judge import judge_sentence
from wp.verify.corpus import Corpus
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation

BUILT_IN = ClaimIndex([load(builtin_path())])

# On the built-in base.
CASES = [
    ("Out of 1,178 documents the review found 369 to be without validity.", "supported",
     "what it is without is told of others in the source's sentence"),
    ("Of 1,178 documents, 487 are without effect.", "not supported", "it is without what it has"),
    *((claim, wanted, why) for claim, wanted, why in (
        ("County-level people were about 4 percent of the 1,537,000.", "supported",
         "a whole that is told behind its part"),
        ("County-level people were about 4 percent of the 1,573,000.", "not supported",
         "another whole behind its part"),
        ("The women's committee was handed the seventh and eighth reports as a single document.",
         "supported", "two ordinals of one fact"),
        ("Party membership falls just short of 89 million.", "contradicted",
         "to fall short is a bound, and no change"),
        ("Peacekeeping occupied 36,000 Chinese military personnel from 1990 to August 2017.",
         "supported", "a verb that tells only that they were so many"),
        ("Two hard years carried public satisfaction from 81 percent to 92.9 percent.",
         "not supported", "years that are not those between"),
        ("The clean-up carried the index of public satisfaction from 81 to 92.9 percent.",
         "supported", "a verb that tells only a movement"),
        ("Fishermen carried 36,000 military personnel from 1990 to August 2017.",
         "not supported", "another verb that is told of them"),
    )),
    *((claim, wanted, why) for claim, wanted, why in (
        ("Public satisfaction stood at 81 percent in 2013 and at 92.9 three years later.",
         "supported", "a lapse dates what stands behind the date that it is counted from"),
        ("Public satisfaction stood at 81 percent in 2013 and at 91.9 three years later.",
         "contradicted", "another value at the end of a lapse"),
        ("Public satisfaction gained 11.9 points between 2013 and 2016, to finish at 92.9 percent.",
         "supported", "what a change led to is of the end of its span"),
        ("Public satisfaction gained 11.9 points between 2013 and 2017, to finish at 92.9 percent.",
         "not supported", "another end of the span"),
        ("From 2013 to 2016 public satisfaction gained 11.9 points, to reach 92.9 percent.",
         "supported", "what a change led to in a span told first"),
        ("Public satisfaction went from 81 to 92.9 percent from 2012 to 2016.",
         "contradicted", "both values and another beginning"),
        ("Some 3,450 fugitives had been brought back when the books closed in mid-October 2017.",
         "supported", "the time when the count closed"),
        ("Some 3,450 fugitives had been brought back when the books closed in mid-October 2016.",
         "not supported", "another time when the count closed"),
        ("Some 3,450 fugitives had been brought back when the harbour closed in mid-October 2017.",
         "not supported", "something else closed"),
    )),
    *((claim, "unsupported", "the source's verb, done by those counted to other things")
      for claim in (
        "57,000 officials accepted bribes in 2016.",
        "In 2016, 57,000 officials admitted visitors.",
        "3,453 fugitives returned gifts from more than 90 countries.",
        "36,000 Chinese military personnel sent letters abroad from 1990 to August 2017.",
        "Six countries were asked to join the Safe Mekong operation in 2016.",
        "Six nations joined the criticism of the second Safe Mekong drive in 2016.",
    )),
    *((claim, "supported", "the source's verb, done to the source's things") for claim in (
        "In 2016, 57,000 officials admitted breaches of Party discipline.",
        "Of the people disciplinary bodies dealt with, 8,900 held posts at bureau level.",
        "Some 57,000 Party-member officials turned themselves in for disciplinary offences.",
    )),
    *((claim, "contradicted", "a share of one part that is another") for claim in (
        "More than half of the 1,178 documents are still in effect.",
        "Only a quarter of the 1,178 documents are still in effect.",
        "Those at county level were 12 percent of all 1,537,000 people dealt with.",
        "Fifty-two of the hundred names on the most-wanted list were among those returned.",
        "71 percent of the 100 most wanted were brought back.",
    )),
    *((claim, "supported", "a share, or what is left, as it is") for claim in (
        "Fewer than half of the 1,178 documents are still in effect.",
        "About two fifths of the 1,178 documents are still in effect.",
        "County-level officials make up 4 percent of the 1,537,000 people dealt with.",
        "Fifty-two of the 100 most wanted were not among those returned.",
    )),
    *((claim, "unsupported", "a share of what the source tells nothing") for claim in (
        "More than half of the 1,178 documents were drawn up by lawyers.",
        "About 40 percent of the 1,178 documents no longer in effect were typed.",
        "Half of those declared invalid date from the 1950s.",
        "It is not true that half of the 1,178 documents are still in effect.",
        "Some 60 percent of the 1,178 documents are still in effect.",
    )),
    ("About four fifths of the 1,178 documents are still in effect.", "contradicted",
     "a share that is one of another whole"),
    ("When the UN turned seventy, President Xi enlarged on his vision at the summits of September "
     "2015.", "supported", "an anniversary by how old one turned"),
    *((claim, "not supported", "another's age, and another age") for claim in (
        "When Xi turned seventy, he enlarged on his vision at the summits of September 2015.",
        "When the UN turned sixty, Xi enlarged on his vision at the summits of September 2015.",
    )),
    *((claim, "supported", "persons by another name, and a plain noun of summing") for claim in (
        "Treat the total of 1,537,000 as one of persons, not of convictions.",
        "The number of 1,537,000 is one of individuals.",
    )),
    *((claim, "not supported", "persons of whom something else is told") for claim in (
        "Treat the total of 1,537,000 as one of convictions, not of persons.",
        "The court convicted 1,537,000 persons.",
        "1,537,000 persons emigrated.",
        "9,927 individuals took the ferry in 2016.",
    )),
    *((claim, "supported", "the head of a label is what it counts") for claim in (
        "Central-level departments covered by resident teams: 139",
        "Suspects arrested in the cases of the Second Safe Mekong Joint Operation: 9,927",
    )),
    *((claim, "not supported", "the head of a label, of another figure") for claim in (
        "Teams set up to cover departments: 139",
        "Central-level departments covered by resident teams: 47",
    )),
    *((claim, "unsupported", "what the author's own side has") for claim in (
        "We, by contrast, have 240 soldiers in blue helmets on Cyprus.",
        "We ourselves have 9,000 troops in a peacekeeping standby force.",
    )),
    *((claim, "unsupported", "the source tells it of another country or doer") for claim in (
        "India has sent 36,000 military peacekeepers abroad.",
        "From 1990 to August 2017 India sent 36,000 military peacekeepers abroad.",
        "The United States sent 36,000 military peacekeepers abroad.",
        "In 2017 Russia built a standby force of 8,000 troops.",
        "In 2016 Japan's index of public satisfaction was 92.9 percent.",
        "NATO sent 36,000 military peacekeepers abroad.",
        "In 2017 Huawei built a standby force of 8,000 troops.",
        "Huawei built a standby force of 8,000 troops in 2017.",
        "President Obama spoke of a shared future in Moscow in March 2013.",
    )),
    ("Released 14 August 2024.", "not contradicted", "of what is not said"),
    *((claim, "not supported", "a verb of the source is denied elsewhere than beside the figure")
      for claim in (
        "The Central Commission has not dispatched resident teams, 47 in number, to the central "
        "departments.",
        "Fifty-eight thousand – 58,000 – suspected crimes were not transferred to the judiciary.",
        "In twelve rounds of inspection tours, Party organizations in 277 local governments, "
        "departments and entities were not inspected.",
    )),
    *((claim, "not supported", "a part that is greater than its whole") for claim in (
        "Of the 487 texts examined, 1,178 remain in effect.",
        "For civil and commercial cases alone, 20 of 17 treaties are in force.",
    )),
    *((claim, "not contradicted", why) for claim, why in (
        ("Thirty-six thousand soldiers had gone out between 1990 and August 2017, to two dozen UN "
         "operations.", "of a span that agrees one end stood for a figure"),
        ("Not one of 139 central departments is out of reach of the 47 teams sent to live among "
         "them.", "two noes"),
    )),
    ("Between 2013 and 2016 the index went up by 11.9 percentage points, having started from 81 "
     "percent.", "supported", "a level at the beginning of the span of its change"),
    ("From the opening of 2013 until August 2017, upwards of sixty thousand officials of the Party "
     "were held to account.", "contradicted", "another beginning of a span, in another word"),
    ("Between 2012 and 2016 the satisfaction index gained almost 12 points.", "not supported",
     "a change worked out of other years"),
    ("Between 2013 and 2016 the satisfaction index gained almost 12 points.", "supported",
     "a change worked out of its years"),
    ("In the three years to 2016 the satisfaction index gained almost 12 points.", "supported",
     "years up to the later one"),
    ("At over 3,300 requests a year, China's central organs handled more than 13,200 from 2013 to "
     "2016 altogether.", "supported", "so many a year over the years"),
    ("Central organs handled a little over 3,300 requests for judicial assistance in the whole of "
     "the period from 2013 to 2016.", "contradicted", "what was handled each year"),
    ("All the fugitives taken together had been hiding in fewer than ninety countries and regions.",
     "contradicted", "the very number with another bound is not worked out"),
    ("Public satisfaction with the clean-up gained 11.9 points over three years to reach 92.9 "
     "percent in 2016.", "supported", "years from the one value to the other"),
    ("Public satisfaction with the clean-up gained 11.9 points over five years to reach 92.9 "
     "percent in 2016.", "not supported", "other years"),
    *((claim, "supported", "a verb that says no more than that it was so many") for claim in (
        "At home the crackdown has caught about 1.54 million people.",
        "From 1990 to August 2017 China's military joined 24 operations led by the United Nations.",
        "The speech at the Moscow institute is assigned to March 2013.",
        "In 2016, 57,000 officials owned up before anyone knocked.",
        "Six countries joined hands on the Mekong in 2016.",
        "Half a dozen countries joined in the Safe Mekong operation of 2016.",
        "Six nations joined the second Safe Mekong drive in 2016, which cleared 6,476 drug cases.",
        "Treaties confined to civil and commercial cases had been signed with 20 countries by "
        "2016.",
        "Supervisory commissions are promised on four tiers, from the nation down to the county.",
        "The judiciary was handed 58,000 cases in which a crime was suspected.",
        "The index of how pleased people are with the clean-up rose from 81 to 92.9 percent.",
        "In a grey block in Beijing central organs handled more than 3,300 requests for judicial "
        "assistance a year from 2013 to 2016.",
    )),
    *((claim, "unsupported", "the same verb, of something else than the figure") for claim in (
        "In 2016, 57,000 Party-member officials were caught breaching Party discipline.",
        "In 2016, 57,000 officials joined the Party.",
        "In 2016, 57,000 officials joined hands with foreign spies.",
        "3,453 fugitives linked to terrorism were brought back.",
        "36,000 peacekeepers spread disease abroad.",
        "Six countries joined the treaty on drugs in 2016.",
        "In the Mekong operation of 2016, 9,927 suspects joined the police.",
        "In the Second Safe Mekong Joint Operation of 2016 the police cleared 9,927 suspects.",
        "In 2016, 57,000 Party-member officials were promised amnesty.",
        "57,000 officials limited to Party discipline resigned in 2016.",
        "The judiciary handed 58,000 cases of suspected crime to the police.",
        "In 2016 a block on 6,476 drug-related cases was lifted.",
    )),
    *((claim, "contradicted", "another level than the source's") for claim in (
        "The 440-plus officials investigated by the central commission held prefectural rank or "
        "higher.",
        "More than 440 officials at or above the rank of a county were investigated by the "
        "Central Commission for Discipline Inspection.",
    )),
    ("The central commission investigated more than 440 officials of provincial rank or higher.",
     "supported", "the same level by another name"),
    ("20 had signed on civil and commercial cases, and every one of those treaties was in force.",
     "contradicted", "all of them, of which the source has a part"),
    *((claim, "unsupported", "somebody's own count") for claim in (
        "We employ 300 people at four sites in China.",
        "He reckoned he had decided six thousand one hundred cases.",
        "He reckoned he\nhad decided six thousand one hundred cases.",
        "A separate poll of 1,178 Flemish lawyers found that half mistrust such promises.",
    )),
    *((claim, "contradicted", "who reads a text has no count of his own") for claim in (
        "He put the cases that were solved at 9,927.",
        "She mentioned 1,178 officials who took the initiative to confess.",
    )),
    ("Of 1,178 texts examined, 691 were scrapped in one way or another and the other 487 stand.",
     "supported", "what is left of a whole and two parts told as one"),
    ("Of 1,178 texts examined, 369 were abolished and the other 487 stand.", "not supported",
     "what is not left"),
    ("All\nof the 40 treaties on criminal cases are in force.", "contradicted",
     "a line's end parts no words"),
    *((claim, "contradicted", "the source tells it with a yes") for claim in (
        "None of the agreements with 19 countries on civil, commercial and criminal cases had come "
        "into force by 2016.",
        "With 20 countries there are agreements on civil and commercial cases, and 17 of those "
        "were not yet in force.",
    )),
    ("In 2016, 57,000 officials did not wait for the knock and admitted their breaches themselves.",
     "not contradicted", "nor is what is said no to the source's"),
    ("The number still in effect is 322.", "contradicted",
     "what the fact prints of something else is not what is left"),
    ("All 40 of those on criminal cases have come into force.", "not supported",
     "the source has it of a part"),
    ("By 2016 treaties on criminal cases had been signed with forty countries, yet only 17 of "
     "these treaties were in force.", "contradicted", "as many of another kind's are"),
    ("Nineteen countries have signed judicial assistance treaties on civil, commercial and "
     "criminal cases, though by 2016 hardly any had come into force.", "contradicted",
     "of which all had"),
    ("By 2016 agreements on civil, commercial and criminal cases had been signed with 19 "
     "countries, and none of them was still waiting to take effect.", "supported",
     "two noes are none"),
    ("By 2016 treaties on criminal cases had been signed with 40 countries, few of which had come "
     "into force.", "unsupported", "of which the source tells a part"),
    ("Of the 36,000 Chinese military peacekeepers sent abroad since 1990, none has been accused of "
     "misconduct.", "unsupported", "of which the source says nothing"),
    ("The second report on economic, social and cultural rights was described as still awaiting "
     "approval.", "contradicted", "the step that the source tells"),
    ("The sixth report on the Convention Against Torture, submitted in 2015, awaits approval.",
     "unsupported", "a step of which the source tells nothing"),
    ("The sixth report of 2015 on the Convention Against Torture is still pending.", "unsupported",
     "what is pending is not told"),
    *((claim, "supported", "a verb of everyday speech") for claim in (
        "One resolution of the Central Committee, on governing by law, brought forth 190 measures.",
        "The ruling party has enrolled more than 89 million.",
        "On the Mekong, police of six nations settled 6,476 drug cases in the operation of 2016.",
        "Close on 3,500 runaways were fetched home between 2014 and mid-October 2017.",
    )),
    *((claim, "supported", "a verb of who reports it, and of a day") for claim in (
        "As to the officials called to account from the start of 2014 to August 2017, she spoke of "
        "sixty thousand and more.",
        "Twelve rounds of inspection tours were then discussed.",
        "Approval of the first report on children in armed conflict fell in 2013.",
    )),
    *((claim, "contradicted", "the same in everyday words") for claim in (
        "One resolution of the Central Committee, on governing by law, brought forth 109 measures.",
        "Of 1,178 internal texts no fewer than 569 were pronounced invalid.",
        "Narcotics to the amount of 9,927 kilograms were confiscated on the Mekong.",
        "Requests for judicial assistance never exceeded 3,300 a year.",
    )),
    ("More than 89 million Party members have signed a pledge of clean conduct.", "not supported",
     "who signed is no member by that"),
    ("All 19 treaties of the mixed type had taken effect.", "supported", "a participle for a kind"),
    ("In 2016 a good 6,400 drug cases were solved on the Mekong.", "supported", "a little more"),
    ("Public satisfaction rose from 81 to 92.9 between 2013 and 2016.", "supported",
     "satisfaction is told in percent"),
    ("The count of peacekeepers begins in 1990 and breaks off in August 2017.", "supported",
     "the ends of the source's span"),
    ("Besides China, five countries took part in the Second Safe Mekong Joint Operation.",
     "supported", "one of the six is told apart"),
    ("Besides China, four countries took part in the Second Safe Mekong Joint Operation.",
     "contradicted", "and five are left"),
    ("Of 1,178 internal regulations and documents that were gone through, 487 have survived.",
     "supported", "other words tell siblings apart too"),
    ("The index of public satisfaction rose from 81 in 2013 to 92.9 in 2016.", "supported",
     "an index is told in percent"),
    ("The Party's tidying up of its rule book covered everything from October 1949 to June 2012.",
     "supported", "two months at once are no chance"),
    ("In a poll at a college 81 percent of the students could not name one inspector.",
     "not contradicted", "but says nothing of most of what is denied"),
    ("Eight of the agreements with 40 countries on criminal cases had not come into force by 2016.",
     "supported", "the no is of the part, and not of its whole"),
    ("And one of its goals is set for the centenary of the republic founded in 1949.",
     "not contradicted", "the fact prints that date of what it counts, if in brackets"),
    ("A second round of the periodic review took place in 2014.", "supported",
     "'a second' is a rate only where nothing follows that is counted"),
    *((claim, "not supported", "of whom it is, the source tells something else") for claim in (
        "Twenty-four were operations of the African Union.",
        "In September 2015 summits marked the 70th anniversary of the People's Republic.",
    )),
    *((claim, "not supported", "words that say no more than that somebody did it") for claim in (
        "The Supreme Court carried out the 2016 survey.",
        "The Central Commission for Discipline Inspection carried out the 2016 survey.",
    )),
    *((claim, "not supported", why) for claim, why in (
        ("Not quite 440 senior officials have been investigated since the 18th National Congress.",
         "a bound below, where the source has more"),
        ("It rules a country whose population falls short of 1.3 billion.", "likewise"),
        ("By 2016 there were 17 countries with which the judicial assistance treaties on civil and "
         "commercial cases had not come into force.", "denied behind what is counted"),
        ("One of the 26 human rights conventions is the Convention on Migrant Workers.",
         "the source names none of this name"),
    )),
    ("The police of the six countries came away with 55.2 tons of narcotics.", "contradicted",
     "the other figure of the sentence, in a sentence of many words"),
    ("Eleven agreements were not in force by 2016: eight on criminal cases plus three on civil and "
     "commercial ones.", "not contradicted", "a sum that the sentence itself tells"),
    ("The white paper was published on 14 August 2024.", "contradicted", "of the document"),
    *((claim, "not contradicted", "a small number of something else is no slip") for claim in (
        "Add up the three kinds of judicial assistance treaties and you arrive at 79.",
        "On average, then, a resident team keeps an eye on about three departments.",
        "Spread evenly over 24 operations, the Chinese peacekeepers come to 1,500 a mission.",
    )),
    *((claim, "not supported", "a verb that undoes what the source tells") for claim in (
        "China withdrew from 26 international human rights conventions.",
        "China has yet to accede to 26 human rights conventions.",
        "China's central organs rejected more than 3,300 requests for judicial assistance a year.",
        "6,476 drug-related cases remain unsolved.",
        "92.9 percent of the public were dissatisfied in 2016.",
        "Illegal assets worth RMB9.5 billion are still missing.",
        "In January 2017 Xi cancelled a keynote speech in Geneva.",
    )),
    *((claim, "not supported", "a verb that the source tells nothing like") for claim in (
        "8,900 people at bureau level were promoted.",
        "63,000 people at county level were acquitted.",
        "The CPC lost 89 million members.",
        "In 2014 China failed the second-round Universal Periodic Review.",
    )),
    *((claim, "not supported", "planned or supposed, where the source tells that it was so")
      for claim in (
        "China plans to accede to 26 international human rights conventions.",
        "The Central Commission for Discipline Inspection hopes to set up 47 resident teams.",
        "If the UN paid, China built a peacekeeping standby force of 8,000 troops in 2017.",
        "With more help 9,927 suspects could have been arrested in the joint operation in 2016.",
    )),
    *((claim, "not supported", "at a place of which the source tells nothing") for claim in (
        "All 24 UN peacekeeping operations in which China took part were in Africa.",
        "More than 60,000 Party-member officials in Shanghai alone were held accountable.",
        "In Beijing alone, more than 60,000 Party-member officials were held accountable.",
    )),
    ("In the Second Safe Mekong Joint Operation organized by Thailand, 6,476 cases were solved.",
     "not supported", "who organized it is told beside the figure"),
    ("The judiciary has transferred 58,000 cases of suspected crimes to the commissions.",
     "not supported", "the source tells of it as the one to whom"),
    ("In the Mekong operation of 2016, 67.9 tons of narcotics and precursor chemicals were lost.",
     "not supported", "a sum of what was seized"),
    *((claim, "not supported", "an ordinal told of something else is no aside")
      for claim in ("In 2015 China withdrew its sixth report on the Convention Against Torture.",)),
    *((claim, "not supported", "the opposite of what the source tells of them") for claim in (
        "By mid-October 2017, 48 on the list of 100 most wanted fugitives remained at large.",
        "Illegal assets worth RMB9.5 billion were smuggled out of China.",
    )),
    *((claim, "not supported", "a verb that its particle turns into another") for claim in (
        "The Commission for Discipline Inspection called off 12 rounds of inspection tours.",
        "By 2016 China had torn up treaties on criminal cases with 40 countries.",
    )),
    ("Between 2014 and mid-October 2017 China brought 3,453 fugitives back.", "supported",
     "a verb and its particle may stand apart"),
    *((claim, "not supported", "persons of whom the source tells nothing") for claim in (
        "440 journalists were investigated since the 18th Congress.",
        "9,927 victims were arrested.",
        "More than 440 women officials at or above the provincial level were investigated.",
    )),
    *((claim, "not supported", "another did it, by the source's own words or by its silence")
      for claim in (
        "It was Thailand that organized the Second Safe Mekong Joint Operation in 2016.",
        "These 47 dispatched resident teams were set up by the Supreme People's Court.",
        "Interpol brought back 3,453 fugitives from more than 90 countries.",
        "The Red Cross brought back 3,453 fugitives.",
        "China's courts handled more than 3,300 requests for judicial assistance every year.",
        "369 documents were declared invalid by the courts.",
        "Putin put forward the idea of a community of shared future in March 2013.",
    )),
    *((claim, "supported", "verbs that say the same, or no more than that it was so") for claim in (
        "China has joined no fewer than 26 international conventions on human rights.",
        "Requests for judicial assistance ran at more than 3,300 a year from 2013 to 2016.",
        "Mr Xi first spoke of a community of shared future in Moscow in March 2013.",
        "Ten principles on wanted persons and assets now existed.",
        "Nearly 60,000 cases of suspected crime went to the judiciary.",
    )),
    *((claim, "supported", "that is who did it") for claim in (
        "Beijing has sent 36,000 military peacekeepers abroad.",
        "Police arrested 9,927 suspects in the Second Safe Mekong Joint Operation.",
        "In 2017 the PRC built a standby force of 8,000 troops.",
        "China, with Laos, Myanmar and Thailand, solved 6,476 drug-related cases.",
    )),
    *((claim, "supported", "value, thing and time agree, and another word") for claim in (
        "In 2017 China got a force of eight thousand ready to help.",
        "Six countries worked together on the Mekong in 2016.",
        "Forty-seven teams now reside in 139 central departments of the Party and the government.",
        "A country of 1.3 billion plus, a Party of 89 million plus.",
        "In 2016, fifty-seven thousand officials went and told on themselves.",
        "The rules for wanted persons and stolen assets consist of ten principles.",
    )),
    *((claim, "unsupported", "value, noun and year are the source's, and nothing else is")
      for claim in (
        "In 2016 there were 20 countries at the summit.",
        "In 2016 six countries criticised China.",
        "In 2016 six countries were at war.",
        "In 2016 six countries voted for the resolution.",
        "In 2017 China sold a force of eight thousand troops.",
        "By 2016 40 countries had left the treaty.",
    )),
    *((claim, "supported", "a bound near an exact value that is true") for claim in (
        "China has acceded to more than twenty-five international human rights conventions.",
        "More than 480 of the regulations and documents reviewed are still in effect.",
        "Fewer than 500 of the reviewed documents are still in effect.",
    )),
    *((claim, "contradicted", "a bound near an exact value that is false") for claim in (
        "China has acceded to at most 25 international human rights conventions.",
        "China has acceded to fewer than 25 international human rights conventions.",
        "Fewer than 480 of the regulations and documents that were reviewed are still in effect.",
    )),
    *((claim, "not supported", "no bound, and another value") for claim in (
        "Some 488 of the regulations and documents reviewed are still in effect.",
        "About 25 international human rights conventions have been acceded to by China.",
    )),
    ("The index of public satisfaction is 81 percent.", "unsupported", "that was earlier"),
    ("It has done away with 691 internal texts, 369 of them declared invalid and 322 abolished.",
     "supported", "a whole told with the parts that make it"),
    ("It has done away with 700 internal texts, 369 of them declared invalid and 322 abolished.",
     "unsupported", "parts that do not make the whole"),
    ("China sent 36,000 peacekeepers from 1990 to August 2017, about 1,300 a year.", "supported",
     "the average of the years that a number was counted over"),
    ("China sent 36,000 peacekeepers from 1990 to August 2017, about 2,000 a year.", "unsupported",
     "another average"),
    *((claim, "contradicted", "every year, of what was counted over several") for claim in (
        "Every year from 2014 to August 2017, more than 60,000 officials were held accountable.",
        "Each year from 1990 to August 2017, 36,000 peacekeepers were sent abroad.",
    )),
    *((claim, "contradicted", "the years in a plan's name") for claim in (
        "China promoted the adoption of the 2018-2019 G20 Anti-Corruption Action Plan.",
        "China adopted the 2016-2017 G20 Anti-Corruption Action Plan.",
    )),
    *((claim, "not supported", "it moved the other way") for claim in (
        "The index of public satisfaction fell between 2013 and 2016.",
        "Between 2013 and 2016 public satisfaction declined.",
        "Public satisfaction dropped from 2013 to 2016.",
    )),
    *((claim, "not supported", "a survey of another body") for claim in (
        "The Ministry of Public Security surveyed satisfaction in 2016.",
        "Satisfaction survey of the Ministry of Public Security, 2016",
        "In 2016 the Institute of Social Research made the survey of public satisfaction.",
    )),
    ("With 24 operations, their military sent 1,500 people to each, on average.",
     "not contradicted", "what each has is no number of all"),
    ("Of the hundred most wanted (the list of 100), 52 were still missing.", "not contradicted",
     "the whole is told again"),
    ("Two hundred and ninety measures were put forward by the Fourth Plenary Session.",
     "contradicted", "the words of a number are no subject of their own"),
    ("China had signed civil and commercial judicial assistance treaties with 19 countries.",
     "contradicted", "the qualifiers stand with another noun, and are all the sibling's"),
    ("China signed criminal treaties with 19 countries.", "contradicted", "one of three kinds"),
    ("Judicial assistance treaties cover civil, commercial and criminal matters with 19 countries",
     "supported", "all three kinds"),
    ("47 resident teams watch over 139 central departments of the Party and the government.",
     "supported", "over belongs to the verb: no bound"),
    ("Nearly half of the 100 most wanted were among them.", "supported",
     "a fraction is the part over the whole that is told"),
    ("Nearly a third of the 100 most wanted were among them.", "unsupported", "and not another"),
    *((claim, "not supported", "the source tells no such state of it") for claim in (
        "24 UN missions are under Chinese command.",
        "The 36,000 peacekeepers were mostly volunteers.",
        "All 63,000 officials are behind bars.",
        "The 3,453 fugitives are women.",
    )),
    ("The CPC has more than 440 members.", "not supported",
     "a value that stands alone, where every word is another figure's"),
    ("In all, 71,900 of those dealt with were bureau-level people.", "not supported",
     "who names one part asks for no sum"),
    ("Those at bureau and county level together come to 71,900.", "supported", "both parts"),
    ("By 2016 it had concluded judicial assistance treaties with 40, 20 and 19 countries.",
     "not contradicted", "numbers in a row are no parts of the one before"),
    ("The Two Centenary Goals are put forth by the CPC, and there are three centenary goals.",
     "not supported", "a small number of what the topic counts is no aside"),
    ("More than 4,700 officials a month confessed violations of Party discipline in 2016.",
     "not contradicted", "a month's part of what is told of one year"),
    ("The Sixth Plenary Session adopted the regulations for political activities.", "supported",
     "an occasion told by its number alone"),
    ("China: 36,000 people in 24 peacekeeping operations.", "supported",
     "a word of the document's title tells no sibling apart"),
    ("Ten principles now existed on persons sought for corruption.", "supported",
     "a verb that says no more than that something is"),
    ("The levels planned for supervisory commissions were four.", "supported",
     "what is counted by naming it, its noun before the number"),
    *((claim, "supported", "names of countries, counted where they stand before another noun") for
      claim in (
        "The mechanism on the Mekong joins the forces of four countries.",
        "Four countries have sections of the river in the mechanism.",
        "BRICS has five countries.",
    )),
    *((claim, wanted, "what several countries did together") for claim, wanted in (
        ("The police of the six countries cracked 6,476 cases.", "supported"),
        ("Four countries carried out the joint operation in which 6,476 cases were solved.",
         "contradicted"),
        ("Six countries took part in the operation, and 9,927 suspects were arrested.",
         "not contradicted"),
        ("BRICS has six countries.", "contradicted"),
        ("Three countries voted against the operation on the Mekong.", "not contradicted"),
        ("Six supervisory commissions were built.", "not contradicted"),
    )),
    ("A daring river operation solved 6,476 drug-related cases.", "supported",
     "a word for what did it, and not for what is counted"),
    *((claim, wanted, "what the draft's author, or a body that the paper lacks, has or did") for
      claim, wanted in (
        ("Our school, too, will celebrate a centenary in 2049.", "unsupported"),
        ("In our own survey of 2016, 81 percent of you liked the canteen.", "unsupported"),
        ("Brannock School of Law was founded in 1921 and teaches 1,178 students.", "unsupported"),
        ("487 valid, 322 abolished, 369 invalid; the sum is 1,178, I checked.", "supported"),
    )),
    *((claim, wanted, "a level at which the source has nobody") for claim, wanted in (
        ("County-level personnel account for 36,000 of the total.", "unsupported"),
        ("There were return inspections in 16 provincial-level units.", "supported"),
    )),
    ("Of 1,178 internal rules and documents looked at, 691 are no more.", "supported",
     "what is no more is gone"),
    *((claim, wanted, "the year of a founding, told of its own subject") for claim, wanted in (
        ("The Party was founded in 1912.", "contradicted"),
        ("The People's Republic was founded in 1959.", "contradicted"),
        ("The Party, founded in 1921, and the Republic, founded in 1949, are old.", "supported"),
        ("The Party newspaper was founded in 1931.", "not contradicted"),
        ("The Party's newspaper, which was founded in 1931, is big.", "not contradicted"),
        ("The German Communist Party was founded in 1918.", "not contradicted"),
        ("The university was founded in 1921.", "not supported"),
        ("The newspaper of the Party was founded in 1946.", "not contradicted"),
        ("The Party came into being in 1921.", "supported"),
    )),
    *((claim, wanted, "two dates, or one with a word that opens or ends a time, are a span's ends")
      for claim, wanted in (
        ("Of the normative documents reviewed, the earliest are of October 1949 and the newest of "
         "June 2012.", "supported"),
        ("The review of internal regulations began with those of 1966 and went to June 2012.",
         "contradicted"),
        ("The review of internal regulations went back as far as October 1949.", "supported"),
        ("Chess clubs grew between October 1949 and June 2012.", "not supported"),
        ("Chess clubs grew between 1966 and June 2012.", "not contradicted"),
    )),
    *((claim, wanted, "the time between two events of a topic that the sentence names") for
      claim, wanted in (
        ("From the Moscow speech to the keynote in Geneva almost four years went by.", "supported"),
        ("The keynote in Geneva followed 16 months after the anniversary summits.", "supported"),
        ("The keynote in Geneva followed six years after the anniversary summits.",
         "not supported"),
        ("The keynote in Geneva came 16 months after the storm.", "not supported"),
    )),
    *((claim, wanted, "what one figure gives for each of another, in any order of words") for
      claim, wanted in (
        ("Peacekeepers numbered 1,500 per operation on average.", "supported"),
        ("For every case there were 1.5 arrests in the Second Safe Mekong Joint Operation.",
         "supported"),
        ("The recovered assets come to 2.75 million yuan for each fugitive.", "supported"),
        ("The recovered assets come to 3.75 million yuan for each fugitive.", "not supported"),
        ("For every case there were 2.5 arrests in the Second Safe Mekong Joint Operation.",
         "not supported"),
    )),
    *((claim, wanted, "a proportion of two figures that the sentence names") for claim, wanted in (
        ("Some three in ten of the documents reviewed were declared invalid.", "supported"),
        ("Some four in ten of the documents reviewed were declared invalid.", "not supported"),
        ("There is a resident team for every three central-level departments.", "supported"),
        ("There is a resident team for every six central-level departments.", "not supported"),
    )),
    ("From the beginning of 2014 to August 2017 over 6,100 committees, over 300 commissions and "
     "over 60,000 officials were called to account.", "supported",
     "all figures of one fact, told in its order"),
    ("The agent sold 90 one-way tickets at the county seat.", "not contradicted",
     "a county is no level that regions are told apart from"),
    ("100 people were sent back in 2016.", "not contradicted", "a round number of another time"),
    ("The tenth report under the Convention Against Torture was submitted in 2015.",
     "contradicted", "another ordinal with the word of the fact"),
    *((claim, wanted, "several parts of a whole that are named together") for claim, wanted in (
        ("Of 1,178 documents 59 percent were either scrapped or declared invalid.", "supported"),
        ("Of 1,178 documents 69 percent were either scrapped or declared invalid.",
         "not supported"),
        ("Commissions and departments dealt with 71,900 people in bureaus and counties.",
         "supported"),
    )),
    *((claim, wanted, "a rate told for another stretch of time") for claim, wanted in (
        ("Over the years from 2013 to 2016 more than 13,200 requests for judicial assistance were "
         "handled.", "supported"),
        ("More than 3,300 requests for judicial assistance a year are at least nine each day.",
         "supported"),
        ("More than 3,300 requests for judicial assistance a year are at least 19 each day.",
         "not supported"),
    )),
    *((claim, wanted, "a time that is told by its end") for claim, wanted in (
        ("By mid-October 2017, 48 of the 100 most wanted fugitives were back.", "supported"),
        ("By August 2016, 48 of the 100 most wanted fugitives were back.", "not supported"),
    )),
    *((claim, wanted, "where the source has another doer or place, and says so") for
      claim, wanted in (
        ("The Second Safe Mekong Joint Operation was organized by Laos in 2016.", "contradicted"),
        ("The 47 resident teams were set up by the Supreme People's Procuratorate.",
         "contradicted"),
        ("The Discipline Watchdog organized 12 rounds of inspection tours.", "not contradicted"),
        ("In March 2013 he spoke of a shared future for the first time in Berlin.",
         "contradicted"),
        ("In March 2013 he spoke of a shared future for the first time in Russia.", "supported"),
        ("In January 2017 Xi delivered a keynote speech on a community of shared future at the "
         "UN in Geneva.", "supported"),
        ("In September 2015 Xi expanded the vision at the summits in New York.",
         "not contradicted"),
        ("In January 2017 Xi met bankers in Davos.", "not contradicted"),
        ("In 2014 the Council on Foreign Relations held a review of China.", "not contradicted"),
        ("The survey of 2016 was made by the World Bank.", "not supported"),
    )),
    *((claim, wanted, "a number of one noun told of another, or a part of another whole") for
      claim, wanted in (
        ("The commission has 139 resident teams.", "contradicted"),
        ("Of the 19 countries with treaties on civil, commercial and criminal cases, 17 had put "
         "them into force by 2016.", "not supported"),
        ("China submitted its seventh report under the Convention Against Torture.",
         "not supported"),
        ("Of the 100 most wanted, slightly under half are back.", "supported"),
        ("Of the 100 most wanted, 48 are back.", "supported"),
    )),
    ("Prosecutors charged 120 officials at or above the provincial level.", "not contradicted",
     "another step than the source tells"),
    *((claim, "supported", "a verb that says the same of such a thing") for claim in (
        "The sixth report under the Convention Against Torture was delivered in 2015.",
        "From 1990 to August 2017 China provided 36,000 soldiers for peacekeeping.",
        "After the 18th National Congress the commission launched inquiries into more than 440 "
        "Party-member officials.",
    )),
    *((claim, "supported", "a cause, or what was before, is not what was done") for claim in (
        "More than 300 discipline inspection commissions had to answer for neglect from the "
        "beginning of 2014 to August 2017.",
        "The list of fugitives who had escaped abroad had 100 names.",
    )),
    *((claim, "not supported", "the verb itself says another thing") for claim in (
        "More than 300 discipline inspection commissions failed from the beginning of 2014 to "
        "August 2017.",
        "Between 2014 and mid-October 2017, 3,453 fugitives escaped.",
        "The commission opened 47 teams.",
    )),
    ("1,537,000 people were dealt with at county level alone.", "contradicted",
     "a part's level, told of the whole"),
    ("A second report on the rights of persons with disabilities was approved in 2012.",
     "not supported", "an ordinal where the fact has another"),
    ("Treaties cover all three fields for 19 countries, criminal cases for 40 and civil and "
     "commercial ones for 20.", "supported", "what is told of a number ends with it"),
    ("That makes 83 countries with treaties, if none is counted twice.", "not contradicted",
     "a number that is worked out and does not come out"),
    ("Another agency put those who confessed in 2016 at fewer than 57,000.", "contradicted",
     "an agency before the number is not what it counts"),
    ("The standby force for peacekeeping has 80,000 troops.", "contradicted", "a nought too many"),
    ("Over ninety countries and regions -- more than 90 -- have sent fugitives back to China.",
     "supported", "a number said again between dashes"),
    ("He launched the idea in Moscow in October 2013.", "contradicted",
     "the month of the only fact with this name is another"),
    ("The review of internal regulations took in documents from October 1949 to June 2002.",
     "contradicted", "one end of the span is the source's, and the other is not"),
    ("The Party, founded in 1921, wants a moderately prosperous society.", "supported",
     "a date between commas is told of what stands before"),
    ("Six nations took part in the second Mekong operation.", "not contradicted",
     "nations are countries, and no operations"),
    ("The Commission has kept 47 teams in 139 departments.", "supported",
     "two values of one fact are no chance, and the verb says little"),
    ("The country is home to over 1.3 billion.", "not contradicted",
     "a number of that size is none of 90 countries"),
    ("Some 58,000 suspected crimes were passed to the judiciary.", "supported",
     "a noun that the base does not count may be another name"),
    ("Sky Net brought 3,543 runaways home.", "contradicted", "two digits exchanged"),
    ("He went on to Lisbon in January 2017.", "not supported", "a name that the base lacks"),
    ("That is over 270 requests for judicial assistance a month.", "supported",
     "a month's part of what is told a year"),
    ("Over 3,300 requests for judicial assistance came in each of the years from 2013 to 2016.",
     "supported", "each of the years is a year"),
    ("3,451 more suspects were arrested than cases solved in the Mekong operation.",
     "supported", "both are told apart by their own words"),
    ("3,451 more cases were solved than suspects arrested in the Mekong operation.",
     "not supported", "the other way about"),
    ("If 92.9 percent were satisfied in 2016, 7.1 percent were not.", "supported",
     "what is left of a hundred"),
    ("The Party is twenty-eight years older than the state.", "supported",
     "years between two foundings"),
    ("The Party is eighteen years older than the state.", "not supported", "other years"),
    ("The review of internal documents spans more than 62 years.", "supported",
     "the years of the span that the fact tells"),
    ("Of the hundred most wanted fugitives 48 percent have come home.", "supported",
     "the hundred is a number"),
    ("The State had by 2016 signed judicial assistance treaties on criminal cases with 40 "
     "countries.", "supported", "a year before a verb is no count"),
    ("The G20's Anti-Corruption Action Plan covers the years up to 2020.", "contradicted",
     "a year behind \"up to\""),
    ("The G20's Anti-Corruption Action Plan is for 2017 and 2018.", "supported",
     "the ends of the years in a title; letters with a possessive are the letters"),
    ("Treaties on criminal cases have been signed with 40 countries, and 17 are in force.",
     "contradicted", "what goes on bare is told of what stands before"),
    ("The committee against torture approved China's sixth report in 2015.", "not supported",
     "what is submitted is not approved"),
    ("On children, a combined second and third report was approved in 2013.", "not supported",
     "two ordinals tell one thing"),
    ("The Communist Party was founded in 1949.", "contradicted", "a name for its letters"),
    ("Since the beginning of 2014 (to August 2017) over 60,000 Party-member officials have been "
     "held accountable.", "supported", "an end of the time stands in brackets"),
    ("Adding up all bodies and officials held accountable gives 70,000.", "not contradicted",
     "a sum that does not come out is unsupported"),
    ("Of the 100 most wanted fugitives, 60 have still not been brought back.", "not contradicted",
     "a rest that does not come out is unsupported"),
    ("The commissions dealt with 63,000 people at provincial level.", "contradicted",
     "another level than county"),
    ("The resolution of the Third Plenary Session put forward 190 measures.", "contradicted",
     "another session than the fourth"),
    ("China's central organs handled 3,300 requests for judicial assistance in all from 2013 to "
     "2016.", "contradicted", "a total, where the source has a rate"),
    ("Exactly 89 million people are members of the CPC.", "contradicted",
     "exactly, where the source has more than"),
    ("Fewer than 36,000 peacekeepers were sent abroad.", "contradicted", "a bound below"),
    ("The Second Safe Mekong Joint Operation seized 67.9 tons of narcotics.", "contradicted",
     "a sum that no word asks for, and of two things"),
    ("China had signed criminal judicial assistance treaties with 72 countries.", "contradicted",
     "a whole with its own part"),
    ("In 2016 the index of public satisfaction was 11.9 percent.", "contradicted",
     "a difference that no word asks for"),
    ("In 2016 the public satisfaction index stood at 50,5%.", "not supported", "a decimal comma"),
    ("The population of China is <1.3 billion.", "contradicted", "a sign for a bound"),
    ("The population of China is >1.3 billion.", "supported", "likewise, the right one"),
    ("In 2017 China built a peacekeeping standby force of 18T troops.", "not supported",
     "a number that is not read"),
    ("By 2016 treaties on criminal cases had been signed with 40 countries.", "supported",
     "a date that opens the sentence"),
    ("China sent 36,000 troops to 24 UN missions since 1990, and it built an 8,000-strong standby "
     "force in 2017.", "supported", "two facts in one sentence, each with its date"),
    ("Xi Jinping first spoke of \"a community of shared future\" in Moscow in 2013.", "supported",
     "words in quotation marks help to find the fact"),
    ("The index of public satisfaction rose from 81 percent in 2013 to 92.9 percent in 2016.",
     "supported", "each figure with its own date"),
    ("The 322 abolished documents are 27 percent of the 1,178.", "supported", "a share"),
    ("China was a founding member of the UN in 1945.", "unsupported",
     "the founding is told, no member and no year"),
    ("The plan covers the next five years; 36,000 peacekeepers were sent abroad from 1990 to "
     "August 2017.", "supported", "a minor figure sinks nothing"),
    ("At county level 71,900 people were punished.", "not supported",
     "a sum that no word asks for"),
    ("In 2014 China underwent the second round of the Universal Periodic Review and in 2015 it "
     "submitted its sixth report on torture.", "not contradicted", "two dates, two clauses"),
    ("…an increase of almost 12 points in public satisfaction from 2013 to 2016.",
     "not contradicted", "a difference that is asked for"),
    ("Treaties on criminal cases had been signed with 40 countries, 17 of them in force.",
     "contradicted", "the part of another whole"),
    ("Treaties on criminal cases had been signed with 40 countries, 32 of them in force.",
     "supported", "its own part"),
    ("The paper says that the CPC has 57,000 members.", "contradicted",
     "a value of other members, met by chance"),
    ("Of the documents, 322 were declared invalid and 369 abolished.", "contradicted",
     "two siblings exchanged"),
    ("The resident teams cover 139 provincial departments.", "contradicted",
     "a qualifier that the base sets against central-level"),
    ("The illegal assets recovered are put at 9.5 billion US dollars.", "contradicted",
     "another currency"),
    ("The standby force has fewer than 8,000 troops.", "contradicted", "a bound below"),
    ("The standby force has more than 8,000 troops.", "contradicted", "a bound above"),
    ("In 2017 China built a peacekeeping standby force of 18,000 troops.", "contradicted",
     "one figure"),
    ("China has a population of more than 1,3 billion.", "not contradicted",
     "a decimal comma is not read in part"),
    ("The standby force has 8’000 troops.", "not contradicted", "nor is a Swiss thousand"),
    ("In December 2017 the State Council Information Office released the white paper.",
     "supported", "what the base knows of its document"),
    ("Some 27 percent were abolished when the regulations and documents were reviewed.",
     "supported", "a share of what the part's own words name"),
    ("Some 27 percent were declared invalid when the regulations and documents were reviewed.",
     "not supported", "the share of another part"),
    ("In 2016, 57,000 officials owned up to breaches of Party discipline of their own accord.",
     "supported", "words that say the same"),
    ("In 2016, 57,000 officials surrendered.", "not supported", "a word that says another thing"),
    ("Some 58,000 cases were passed on to the courts because a crime was suspected.", "supported",
     "a phrase that says the same as a word"),
    ("Only 369 of the regulations and documents remain in force.", "contradicted",
     "a phrase that says the same as a sibling's"),
    ("China has a rapid deployment force of 8,000.", "not supported", "a force of another kind"),
    ("China has extradition treaties with 40 countries.", "not supported",
     "treaties of another kind"),
    ("China has a large peacekeeping force of 8,000.", "supported",
     "a word that tells no kind apart"),
    ("Seventeen Chinese peacekeepers have died abroad since 1990.", "not contradicted",
     "what is told with another verb is another thing"),
    ("Fewer than 440 officials at or above the provincial level have been investigated.",
     "contradicted", "at or above is no change"),
    ("Of the 100 most wanted fugitives, 52 have still not been brought back.", "supported",
     "the rest of a whole that the same fact has"),
    ("Of the 100 most wanted fugitives, more than 90 are back.", "contradicted",
     "another part of a whole than the source has"),
    ("A little less than half of the 100 most wanted fugitives are back.", "supported",
     "a share with a bound, of whole and part"),
    ("More than half of the 100 most wanted fugitives are back.", "not supported",
     "a share on the other side of its bound"),
    ("Taking all three groups of cases together, treaties with 68 countries were in force.",
     "not contradicted", "a sum over the facts of a topic"),
    ("Adding up the Party bodies, the discipline commissions and the officials, those held "
     "accountable come to more than 66,400.", "supported", "the sum of all figures of a fact"),
    ("County-level people outnumber those at bureau level by 54,100.", "supported",
     "the gap of two that the words tell apart"),
    ("County-level people outnumber those at bureau level by 45,100.", "not supported",
     "a gap that does not come out"),
    ("Recovered assets are given as RMB 9.5 billion, or RMB 2.8 million for each of the 3,453 "
     "fugitives.", "supported", "an amount for each"),
    ("Satisfaction with the anti-corruption drive climbed by 11.9 points from 2013 to 2016.",
     "supported", "a change that is worked out"),
    ("Satisfaction with the anti-corruption drive climbed by 9.11 points from 2013 to 2016.",
     "not supported", "a change that does not come out"),
    ("Fewer were declared invalid (322) than were abolished (369).", "not supported",
     "a number in brackets is told by what stands before it"),
    ("Not one of the 19 treaties on civil, commercial and criminal cases had come into force by "
     "2016.", "not supported", "what the source does not deny"),
    ("China did not build a peacekeeping standby force of 8,000 troops in 2017.", "not supported",
     "what the source does not deny, before the number"),
    ("In 2017 China never built a peacekeeping standby force of 8,000 troops.", "not supported",
     "never"),
    ("China's peacekeeping standby force has no 8,000 troops.", "not supported", "no 8,000"),
    ("At the provincial level courts handled more than 3,300 requests for judicial assistance a "
     "year.", "not supported", "another level than the central one"),
    ("China's combined third and fourth report on the Rights of the Child was approved in 2013.",
     "supported", "two ordinals for one thing"),
    ("190 new laws were passed after the Fourth Plenary Session.", "not supported",
     "a noun that only qualifies another in the source"),
    ("Judicial assistance treaties on civil and commercial cases were in force with 20 countries.",
     "contradicted", "the whole with the words of its part"),
    ("By 2016 treaties on criminal cases had been signed with only 32 countries.", "contradicted",
     "the part with the words of its whole"),
    ("24 UN peacekeeping operations have had Chinese troops.", "supported",
     "a number that opens a sentence is no paragraph number"),
    ("Of China's 1.3 billion people 89 million are members of the CPC, one in fifteen.",
     "supported", "a proportion in two numbers"),
    ("Of China's 1.3 billion people 89 million are members of the CPC, one in five.",
     "not supported", "a proportion that does not come out"),
    ("County-level people outnumber bureau-level people by about seven to one.", "supported",
     "a ratio"),
    ("Bureau-level people outnumber county-level people by about seven to one.", "not supported",
     "a ratio the other way round"),
    ("Xi spoke of a shared future in Moscow in March 2013 and in Geneva in January 2017, almost "
     "four years later.", "supported", "years between two dates"),
    ("Xi spoke of a shared future in Moscow in March 2013 and in Geneva in January 2017, almost "
     "six years later.", "not supported", "years that do not lie between the two"),
    ("The PRC was founded in 1921.", "contradicted", "the date of another founding"),
    ("The idea of such a community was put forward for the first time in September 2015.",
     "contradicted", "the words of the neighbour are not the fact's own"),
    ("China carried out its review of regulations between 1949 and 2012.", "unsupported",
     "the documents are dated, and not what was done with them"),
    ("The CPC reviewed its internal regulations dating from 1949 to 2012.", "supported",
     "the documents are dated"),
    ("The Anti-Corruption Action Plan of the G20 covers 2017 and 2018.", "supported",
     "the years of a title, one by one"),
    ("The Anti-Corruption Action Plan of the G20 covers the years 2016 to 2018.", "contradicted",
     "other years than the title's"),
    ("In March 2013, in Geneva, Xi put forward the idea of a community of shared future for the "
     "first time.", "contradicted", "the place of another time"),
    ("In January 2017 Xi delivered his keynote on the shared future in New York.", "not supported",
     "a place that the source does not name"),
    ("The rules on political activities in the Party were adopted at the Fifth Plenary Session.",
     "contradicted", "another session"),
    ("Requests for judicial assistance came to more than 3,300 for the years 2013 to 2016 taken "
     "together.", "contradicted", "a rate told as a total"),
    ("Six countries took part in the Second Safe Mekong Joint Operation.", "supported",
     "what the source counts by naming it"),
    ("Supervisory commissions are planned for three levels.", "contradicted",
     "fewer than the source names"),
    ("For civil and commercial cases, says the source, 12 of 20 had.", "contradicted",
     "another part of its whole"),
    ("600,000 – Party-member officials held accountable from early 2014 to August 2017",
     "contradicted", "a number that heads its line"),
    ("Fifty-eight thousand – 58,000 – suspected crimes were passed to the judiciary.",
     "not contradicted", "a number repeated in digits; suspected crimes are no suspects"),
    ("China has acceded to more than twenty-five human rights conventions.", "not contradicted",
     "a bound that says less than 26"),
    ("Since 2013 satisfaction has climbed by nearly four points a year.", "supported",
     "a change a year"),
    ("Judicial assistance in all three fields: nineteen countries.", "not contradicted",
     "all three is no figure"),
    ("Rights Without Walls has 61 member organisations in 24 countries.", "not contradicted",
     "a noun that fits, of another's"),
    ("Local Party rules: over 4,000", "not contradicted", "a level that the source does not name"),
    ("The six States along the Mekong took part in the joint operation of 2016.",
     "not contradicted", "six states are not held against 9,927 suspects"),
    ("So 691 of the documents were done away with in one way or another.", "supported",
     "a sum that the words ask for"),
    ("They came from more than 90 countries and regions, and the count begins in 2014.",
     "not contradicted", "the year in which a time begins"),
    ("10:26 The 190 measures come from the resolution of the Second Plenary Session.",
     "contradicted", "the hour of an entry; another session than that of the fact"),
    ("10:15 In 2016, 57,000 officials in the Party came forward to confess.", "supported",
     "the hour of an entry says nothing"),
    ("1980: The first of the 36,000 Chinese military peacekeepers go abroad", "not supported",
     "a year that heads its line is no paragraph number"),
    ("Judicial assistance (civil + commercial + criminal): 19 countries, all 19 in force",
     "supported", "a whole named twice, of which no part is told"),
    ("The index of public satisfaction let the Party fall between 2013 and 2016.", "contradicted",
     "what rose did not fall"),
    ("China is home to over 1.3 billion people.", "not contradicted",
     "a value that stands once, of people who are not named, is no other number of people"),
    ("Thirty-two of China's criminal judicial assistance treaties had entered into force by 2016.",
     "not contradicted", "what enters into force is not entered into"),
    ("By mid-October 2017, 48 names on the list of the 100 most wanted fugitives had come home.",
     "not contradicted", "a whole whose part stands beside it with its words"),
    ('The Commission for Discipline Inspection paid "flexible" inspections to four entities.',
     "not contradicted", "a word of a name qualifies nothing"),
    ("Judicial assistance in criminal cases: 40 countries, all 40 in force", "not supported",
     "a whole named twice, of which a part is told"),
    ("In 2016 there were 57,000 confessions of violations of Party discipline by officials.",
     "supported", "an act for those who did it, where the source counts them"),
    ("Voluntary confessions in 2016 reached 58,000.", "contradicted",
     "an act for those who did it, with the value of another figure"),
    ("In 2018 there were 57,000 confessions of Party officials.", "contradicted",
     "an act for those who did it, at another time"),
    ("The solution of 6,476 drug-related cases is put to the credit of the four navies.",
     "not contradicted", "a state of the solution, not of the cases"),
    ("Another 16 entities were given flexible inspections.", "contradicted",
     "another few, which are those of a figure beside it"),
    ("Four provinces saw return inspections, and 16 entities flexible ones.", "contradicted",
     "two values told of each other's things"),
    ("Another 369 were abolished in the review of the regulations.", "contradicted",
     "another few, with the value of a sibling"),
    ("58,000 of them were people at county level.", "contradicted",
     "a part of them, with the value of another figure"),
    ("Another 31 people were at bureau level.", "not contradicted",
     "another few, of whom the source tells nothing"),
    ("The provincial commissions have looked into more than 440 officials since the 18th congress.",
     "contradicted", "a body of another level than that which did it"),
    ("Provincial commissions for discipline inspection investigated over 440 officials of "
     "provincial rank.",
     "contradicted", "the level of the body is not that of the officials"),
    ("More than 440 officials at prefectural level have been investigated by the Central "
     "Commission.",
     "contradicted", "a level that no figure of the source counts"),
    ("More than 440 officials of provincial or ministerial rank have been investigated.",
     "supported", "a level that the source names, with another beside it"),
    ("None of the 139 central-level departments lacks a resident team.", "supported",
     "two denials are none"),
    ("There is not one of the 139 departments at the centre that is not covered by a resident "
     "team.",
     "supported", "two denials are none"),
    ("The 139 central-level departments are without a resident team.", "contradicted",
     "what says no without a not"),
    ("Not one of the 139 central-level departments is covered by a resident team.", "contradicted",
     "one denial"),
    ("The visitors never tired of the 26 human rights conventions to which China has acceded.",
     "supported", "what is denied is a verb of the draft's own"),
    ("China has never acceded to the 26 international human rights conventions.", "contradicted",
     "what is denied is the source's verb"),
    ("Lindqvist counts 1,950 regulations and normative documents that were reviewed.",
     "unsupported", "a number that another gives as his own count"),
    ("Our reporters have written about 31 officials investigated by the Central Commission.",
     "unsupported", "a number that a newspaper gives as its own"),
    ("A lecturer from Leeds documented 5,100 drug-related cases solved in the Second Safe "
     "Mekong Operation.",
     "unsupported", "a number that somebody gives as his own"),
    ("The State Council Information Office counts 5,200 drug-related cases solved in the "
     "Second Safe Mekong Joint Operation.",
     "contradicted", "a count given to the source"),
    ("Beijing counts 28 human rights conventions to which China has acceded.", "contradicted",
     "a count given to the source's country"),
    ("The delegate of Utopia counts 42 UN peacekeeping operations.", "contradicted",
     "two digits that changed places are no count of another's"),
    ("The courts convicted in 58,000 of the cases of suspected criminal activity.", "contradicted",
     "a step behind all that the source tells"),
    ("The sixth report on torture was approved in 2015.", "contradicted",
     "what was submitted has not been approved"),
    ("In 2012 China submitted its first report on persons with disabilities.", "unsupported",
     "what was approved was submitted at some time"),
    ("369 of the reviewed regulations and documents were published.", "not contradicted",
     "an earlier step than that which the source tells"),
    ("Public satisfaction with the campaign stood at 79.2 percent in 2016.", "contradicted",
     "the head of what is counted, at its time, with another value"),
    ("Public satisfaction with the health reform stood at 75 percent in 2016.", "unsupported",
     "the head of what is counted, of another thing"),
    ("In 2016 5,100 drug-related cases were solved in the province of Yunnan.", "not contradicted",
     "the head of what is counted, in another place"),
    ("There are 9,927 suspects listed as arrested in the Second Safe Mekong Joint Operation.",
     "supported", "a frame with a participle of the source: listed as arrested"),
    ("322 of the regulations and documents are recorded as lost.", "not supported",
     "a frame with another participle"),
    ("Only the group of 19 countries is in force without exception.", "supported",
     "without exception says all"),
    ("China is bound by 26 international human rights conventions.", "supported",
     "who is bound has acceded"),
    ("The central commission has opened files on more than 440 senior officials.", "supported",
     "files that are opened on somebody are an investigation"),
    ("The file on the 58,000 cases of suspected crime has been moved on to the judicial "
     "authorities.",
     "supported", "a file is not filed"),
    ("Soldiers from China, 36,000 between 1990 and August 2017, have served under the flag of "
     "the UN.",
     "supported", "the head of the sentence before the number, and a date behind it"),
    ("Chinese soldiers who went on UN missions 36,000 1990 to Aug 2017", "supported",
     "a label that counts soldiers, and not the missions in its clause"),
    ("UN operations 36,000 1990 to Aug 2017", "not supported",
     "a label that counts missions"),
    ("China's blue helmets numbered 24,000 from 1990 to August 2017.", "not supported",
     "peacekeepers by another name, with another number"),
    ("Thirty-six thousand of our soldiers have worn the blue helmet, in 24 operations.",
     "not contradicted", "soldiers by another name are those of no other figure"),
    ("17 of the treaties on civil and commercial cases have yet to come into force.",
     "contradicted", "what has yet to be done is what the source has as done"),
    ("48 of the 100 most wanted fugitives are still at large.", "contradicted",
     "who is at large has not been brought back"),
    ("Of the 100 most wanted fugitives, 48 were brought back, and the rest are at large.",
     "supported", "what the rest have yet to do says nothing of these"),
    ("The International Covenant on Civil and Political Rights is one of the 26 conventions "
     "that China has acceded to.",
     "not supported", "one that the source does not name among them"),
    ("Among the 26 human rights conventions that China has joined is the International "
     "Covenant on Civil and Political Rights.",
     "not supported", "among them, one that the source does not name"),
    ("The Convention on the Rights of the Child is one of the 26 conventions that China has "
     "acceded to.",
     "supported", "one that the source names among them"),
    ("The organizer of the Second Safe Mekong Joint Operation of 2016 was Myanmar.",
     "not supported", "a noun for who did it, with another doer"),
    ("The organizer of the Second Safe Mekong Joint Operation of 2016 was China.", "supported",
     "a noun for who did it"),
    ("Supervisory commissions are planned for four tiers of the state.", "supported",
     "tiers are levels"),
    ("Supervisory commissions are planned for five tiers of the state.", "contradicted",
     "tiers are levels, of which the source names four"),
    ("48 of the 100 most wanted fugitives have not been brought back.", "contradicted",
     "a denial behind the whole is one of the part"),
    ("Of the 9,927 who were arrested most were foreigners.", "not supported", "a state of a part"),
    ("Most of the 57,000 who confessed were men.", "not supported", "a state behind a clause"),
    ("The 57,000 who confessed in 2016 were Party-member officials.", "supported",
     "a state that the source tells"),
    ("Not a single one of the 139 central departments has escaped the eyes of a resident team.",
     "not contradicted", "who has not escaped is watched"),
    ("The year 2012 saw approval of China's first report on how it carries out the Convention "
     "on the Rights of Persons with Disabilities.",
     "supported", "whose report it is, is not whose approval"),
    ("The sixth report on the Convention Against Torture was handed to the UN committee in 2015.",
     "not contradicted", "steps of two procedures have no order"),
    ("There is no country among the 19 whose agreement on civil, commercial and criminal cases "
     "is not in force.",
     "not contradicted", "two denials, told in two clauses"),
    ("More than 440 officials below the provincial level have been investigated by the central "
     "commission.",
     "not supported", "below a level, where the source tells of those above"),
    ("Two periodic reports, the seventh and the eighth, were merged for the committee on "
     "discrimination against women.",
     "supported", "a number that counts the ordinals behind it"),
    ("Three periodic reports, the seventh and the eighth, were merged for the committee on "
     "discrimination against women.",
     "not supported", "a number of other ordinals than stand behind it"),
    ("In 2016, 57,000 officials did not wait to be asked and admitted their violations of "
     "Party discipline.",
     "supported", "a denial of another verb, with the source's behind it"),
    ("In 2016, 57,000 officials did not confess and fled.", "contradicted",
     "a denial of the source's verb"),
    ("All 40 of those on criminal cases have come into force.", "contradicted",
     "all of what the source says of a part"),
    ("Civil and commercial agreements: 20 signed, all in operation by 2016.", "contradicted",
     "all of what the source says of a part, told behind the number"),
    ("Treaties on civil, commercial and criminal cases were signed with 19 countries, all of them "
     "in force.", "supported", "all of what the source says of all, behind the number"),
    ("All hundred of the most wanted, the paper boasts, are now in custody.", "not supported",
     "all of those out of whom the source counts some"),
    ("48 of the hundred most wanted fugitives were brought back.", "supported",
     "some out of them"),
    ("3,453 people on the run were fetched home from more than 90 countries and regions.",
     "supported", "who they were, and no more"),
    ("3,453 people are still on the run.", "contradicted", "the other way round"),
    ("All 19 agreements on civil, commercial and criminal cases have come into force.", "supported",
     "all of what the source says of all"),
    ("On disability it was China's second report that won approval in 2012.", "contradicted",
     "an ordinal of the same noun, with most of what is said"),
    ("In 2012 a second building for persons with disabilities was approved.", "not contradicted",
     "an ordinal of another noun"),
    ("The second committee approved China's report on persons with disabilities in 2012.",
     "not contradicted", "an ordinal of another noun"),
    ("The third and the fourth report about children were handed in as one, which won approval "
     "in 2013.",
     "supported", "what was approved has been submitted, told with its approval"),
    ("322 regulations were adopted and later abolished.", "not supported",
     "a step that the source does not tell, beside one that it does"),
    *((claim, wanted, "a share of what is denied is that of the rest") for claim, wanted in (
        ("By 2016 treaties on criminal cases had been signed with 40 countries, and 20 percent of "
         "them had not come into force.", "supported"),
        ("By 2016 treaties on criminal cases had been signed with 40 countries, and 80 percent of "
         "them had not come into force.", "not supported"),
        ("One in five of the 40 treaties on criminal cases was not yet in force.", "supported"),
        ("Four in five of the 40 treaties on criminal cases were not yet in force.",
         "not supported"),
        ("Of the 1,178 documents, 41 percent are not in effect.", "not supported"),
    )),
    ("Less than half of the 1,178 regulations and documents were scrapped.", "not supported",
     "a share of another part than the one that is named"),
    ("In civil and commercial cases just 17 were signed, and every one of those took effect.",
     "contradicted", "a part told as its whole, all of which did what the part did"),
    ("In civil and commercial cases 17 are in force, all of them signed by 2016.", "supported",
     "a part, all of which did what the whole did"),
    ("The Belgian justice ministry told us that it received 3,300 requests in 2016.",
     "unsupported", "what somebody told the author is his own count"),
    ("There are 52 fugitives on the list of the 100 most wanted who have not been brought back.",
     "supported", "the whole on whose list the rest are"),
    ("There are 48 fugitives on the list of the 100 most wanted who have not been brought back.",
     "contradicted", "a no behind the whole on whose list the part is"),
    ("Operation Sky Net fetched back 3,453 people on the run between 2014 and mid-October 2017.",
     "supported", "who are fetched back had been on the run"),
    *((claim, wanted, "a number easily taken for another, with a word of what that counts")
      for claim, wanted in (
        ("The haul of narcotics weighed 17.2 tons.", "contradicted"),
        ("The bureau level contributed 89,000.", "contradicted"),
        ("What surprises is the standby force, a mere eight hundred men.", "contradicted"),
        ("The standby force of Norway has 800 men.", "unsupported"),
        ("Our own standby force has 800 men.", "unsupported"),
        ("The clinic weighed 17.2 tons of bandages.", "unsupported"),
    )),
    *((claim, wanted, "those that are taken out of all") for claim, wanted in (
        ("All but three of China's 20 judicial assistance treaties on civil and commercial cases "
         "had taken effect by 2016.", "supported"),
        ("All but 17 of China's 20 judicial assistance treaties on civil and commercial cases had "
         "taken effect by 2016.", "contradicted"),
        ("Treaties on criminal cases were signed with 40 countries, of which all but 32 had come "
         "into force.", "contradicted"),
        ("All but 52 of the 100 most wanted fugitives were brought back.", "supported"),
        ("All but 48 of the 100 most wanted fugitives were brought back.", "contradicted"),
    )),
    ("Criminal-matters pacts had been concluded with 32 countries, 40 of them operative.",
     "contradicted", "a part that is told as the whole of its whole"),
    ("Forty states have a criminal-matters treaty with China; thirty-two of these bind already.",
     "supported", "a treaty that binds is in force, matters are cases"),
    *((claim, wanted, "a number that counts the years behind it") for claim, wanted in (
        ("The two centenaries at which the text aims will fall in 2021 and 2049.", "supported"),
        ("The two centenaries at which the text aims will fall in 2021 and 2047.",
         "not supported"),
        ("Two centenaries give the future its shape, that of the Party, founded in 1921, and that "
         "of the Republic, founded in 1949.", "supported"),
    )),
    *((claim, wanted, "from when on what is counted is") for claim, wanted in (
        ("A total of 1,178 internal rules and documents of the CPC, issued between October 1949 "
         "and June 2012, came under review.", "supported"),
        ("The CPC went through 1,178 rules and documents, the oldest from October 1949.",
         "supported"),
        ("The CPC went through 1,178 rules and documents, the oldest from October 1946.",
         "not supported"),
        ("The CPC reviewed 1,178 internal rules in October 1949.", "not supported"),
    )),
    *((claim, wanted, "a verb that says the same of documents and treaties")
      for claim, wanted in (
        ("Of 1,178 internal regulations and documents under review, 487 live on.", "supported"),
        ("Only 487 of the Party's 1,178 old regulations and documents survived.", "supported"),
        ("Judicial assistance treaties on civil and commercial cases were up and running with 17 "
         "countries by 2016.", "supported"),
    )),
    *((claim, wanted, "each of them on average") for claim, wanted in (
        ("One resident team watches three central departments on average.", "supported"),
        ("One resident team watches five central departments on average.", "not supported"),
    )),
    *((claim, wanted, "how many more the one is than the other") for claim, wanted in (
        ("The 26 conventions outnumber the 24 peacekeeping operations by two.", "supported"),
        ("The 26 conventions outnumber the 24 peacekeeping operations by three.",
         "not supported"),
        ("The 24 peacekeeping operations outnumber the 26 conventions by two.", "contradicted"),
    )),
    *((claim, wanted, "a bound of a proportion whose first number is the greater")
      for claim, wanted in (
        ("Precursor chemicals outweighed finished drugs by more than four to one.", "supported"),
        ("Precursor chemicals outweighed finished drugs by less than four to one.",
         "not supported"),
    )),
    ("What is still in effect, 487 documents, amounts to roughly two fifths of the whole.",
     "supported", "a fraction that is about one"),
    *((claim, wanted, "a centenary of another that was founded") for claim, wanted in (
        ("The centenary of the PRC falls in 2049.", "supported"),
        ("The centenary of the PRC falls in 2021.", "not supported"),
        ("The university's centenary falls in 2049.", "not supported"),
    )),
    ("He lingered over the 47 resident teams that keep watch on 139 central departments.",
     "supported", "what a narrator does with the text"),
    *((claim, wanted, "where a time is said to begin and to end") for claim, wanted in (
        ("The review of internal norms reached back to October 1949 and broke off at June 2012.",
         "supported"),
        ("The review of internal norms reached back to October 1949 and broke off at June 2002.",
         "contradicted"),
    )),
    *((claim, wanted, "the years between two events that are named") for claim, wanted in (
        ("Between the speech in Moscow and the keynote in Geneva lie more than three years.",
         "supported"),
        ("Between the speech in Moscow and the keynote in Geneva lie more than five years.",
         "contradicted"),
        ("The Geneva keynote of January 2017 followed the speech in Moscow by barely two years.",
         "contradicted"),
    )),
    ("China is home to over 1.3 billion people.", "supported", "home to is not brought home"),
    ("Publish the grounds on which 369 internal regulations and documents were declared invalid.",
     "supported", "what a reader is asked to do is no step that was taken"),
    ("In 58,000 instances suspected crimes were passed on to the justice system by the Party's "
     "disciplinary bodies.", "supported", "instances name no kind"),
    ("Since 1990 China has sent three dozen thousand soldiers.", "supported",
     "dozens of thousands"),
    *((claim, wanted, "what is counted by naming it, with or without its noun")
      for claim, wanted in (
        ("Half a dozen countries joined in, from China down to Vietnam.", "supported"),
        ("Five countries joined in, from China down to Vietnam.", "contradicted"),
        ("Three UN bodies have taken the concept into resolutions.", "supported"),
        ("By the time of writing, three organs of the UN had taken the formula into their "
         "resolutions.", "supported"),
        ("Four UN bodies have taken the concept into resolutions.", "contradicted"),
        ("The concept was rejected by three UN bodies.", "not supported"),
        ("Internal scrutiny is to be of five kinds, from the overall supervision of the Party "
         "committees down to the democratic one of the members.", "supported"),
        ("China has acceded to two Hague conventions and one of the United Nations.", "supported"),
        ("Three conventions on legal cooperation have been joined: two of The Hague and one of the "
         "UN.", "supported"),
        ("China has acceded to three Hague conventions.", "contradicted"),
        ("Two Hague conventions were rejected by China.", "not supported"),
        ("Twenty-six human rights conventions have been acceded to, six of which are called by "
         "name.", "supported"),
        ("The paper names five conventions among the 26.", "not supported"),
        ("Supervisory commissions are promised on four tiers, from the nation down to the county.",
         "supported"),
        ("Commissions of supervision will exist on five tiers, from the nation down to the county.",
         "contradicted"),
        ("Six nations joined the second Safe Mekong drive in 2016, which cleared up 6,476 drug "
         "cases.", "supported"),
        ("Five nations joined the second Safe Mekong drive in 2016, which cleared up 6,476 drug "
         "cases.", "contradicted"),
        ("Three countries withdrew from the Second Safe Mekong Joint Operation.", "unsupported"),
        ("Six countries refused to take part in the Second Safe Mekong Joint Operation.",
         "unsupported"),
        ("The operation of 2016 was organised by China with five partner countries.", "supported"),
        ("Six countries did not take part in the Second Safe Mekong Joint Operation.",
         "not supported"),
        ("None of the six countries took part in the Second Safe Mekong Joint Operation.",
         "not supported"),
        ("No fewer than six countries took part in the Second Safe Mekong Joint Operation.",
         "supported"),
        ("China has not acceded to two Hague conventions.", "not supported"),
        ("Japan has acceded to two Hague conventions.", "not supported"),
        ("No supervisory commissions exist at the four levels.", "not supported"),
        ("The resolution covers four areas.", "supported"),
        ("The resolution covers five areas.", "contradicted"),
    )),
    *((claim, wanted, "all of a whole of which the source tells a part") for claim, wanted in (
        ("Civil and commercial instruments had been signed with 20 countries, and every one had "
         "taken effect.", "contradicted"),
        ("China signed treaties on civil and commercial cases with 20 countries, in force without "
         "exception.", "contradicted"),
        ("China signed treaties on criminal cases with 40 countries, and none is pending.",
         "contradicted"),
        ("In criminal matters the circle was 32 countries wide, and no agreement was left pending.",
         "not supported"),
        ("By 2016 China had signed treaties on civil, commercial and criminal cases with 19 "
         "countries, and none is pending.", "supported"),
        ("By 2016 China had signed treaties on civil, commercial and criminal cases with 19 "
         "countries, in force without exception.", "supported"),
        ("Treaties limited to civil and commercial cases had been signed with twenty countries by "
         "2016; three of these were not yet effective.", "supported"),
    )),
    *((claim, wanted, "ordinals told otherwise") for claim, wanted in (
        ("In 2014 the country went through round two of the Universal Periodic Review.",
         "supported"),
        ("In 2014 the country went through round three of the Universal Periodic Review.",
         "contradicted"),
        ("Reports seven and eight on the elimination of discrimination against women were handed "
         "in as one.", "supported"),
        ("Reports six and seven on the elimination of discrimination against women were handed in "
         "as one.", "contradicted"),
        ("A combined report on discrimination against women, the seventh and eighth in the series, "
         "was put before the committee for review.", "supported"),
        ("A combined report on discrimination against women, the sixth and seventh in the series, "
         "was put before the committee for review.", "contradicted"),
        ("In 2013 came approval for the third and fourth reports on the rights of the child, "
         "handed in as one.", "supported"),
        ("Torture was the subject of a sixth report, sent in 2014.", "contradicted"),
    )),
    *((claim, wanted, "values in brackets, each behind its name") for claim, wanted in (
        ("Outright abolition (369 texts) was a commoner fate than a declaration of invalidity "
         "(322 texts).", "contradicted"),
        ("Outright abolition (322 texts) was a rarer fate than a declaration of invalidity "
         "(369 texts).", "supported"),
        ("More narcotics (55.2 tons) than precursor chemicals (12.7 tons) were seized.",
         "contradicted"),
    )),
]  # fmt: skip


def agrees(got: str, wanted: str) -> bool:
    return got != wanted[4:] if wanted.startswith("not ") else got == wanted


def verdict(index: ClaimIndex, text: str) -> str:
    context, got = NO_CONTEXT, []
    for start, end in sentences(text):
        claim = judge_sentence(text[start:end], index, context)
        context = context.after(text[start:end], claim)
        got.append(claim.verdict if claim else "no claim")
    for one in ("contradicted", "unsupported", "supported"):
        if one in got:
            return one
    return "no claim"


@pytest.mark.parametrize(("sentence", "wanted", "why"), CASES, ids=[case[2] for case in CASES])
def test_claims_on_the_built_in_base(sentence: str, wanted: str, why: str) -> None:
    claim = judge_sentence(sentence, BUILT_IN)
    assert claim is not None
    assert agrees(claim.verdict, wanted), (claim.verdict, claim.reasons)


# Sources of one or two sentences, drafted, and what is then claimed of them.
BONDS = (
    "The fund will buy bonds at 6 million crowns a month instead of 12 million, and bills at 12 "
    "million crowns a month instead of 18 million."
)
MINISTRY = (
    "The ministry set aside RM520 billion: RM410 billion to run the state and RM110 billion to "
    "build."
)
SHORTFALL = (
    "The shortfall fell from 6.1 percent of output in 2030 to 5.4 percent in 2031, and 3.9 percent "
    "in 2032."
)
DROWNED = (
    "Drownings (2,310 deaths) were fewer than in 2030. In 2031 drowning was the cause of death for "
    "2,310 islanders."
)
FARMS = "The north lost 40 farms and the south 70 farms in 2016."
RULES = (
    "The board reviewed its rules dating from May 1950 to June 2010. Among 310 such rules, 120 "
    "were abolished."
)
TRUST = "Trust in the harbour board fell from 64 percent in 2019 to 58 percent in 2023."
WARDENS = "In 2020 the island service employed 40 wardens, five of them from the 12 remote islands."
GUARDS = (
    "In 2018 the coast guard detained 4,310 smugglers. The coast guard made 52,400 inspections a "
    "year in 2018."
)
COURT = "In 2018 the court found 4,310 smugglers guilty."
FLEET = (
    "Of the fleet's 640 boats, 160 were scrapped. The fund paid 6.4 million euros for the 640 "
    "boats."
)
TREES = (
    "Spruce makes up 44 per cent of the stock, pine 22 per cent, beech 14 per cent and oak 8 per "
    "cent; the remainder is divided among other trees."
)
WAGES = (
    "The contribution is 18.2 per cent of gross wages. Employers pay 10.4 per cent and employees "
    "7.8 per cent."
)
STATUTE = (
    "Breach of the order is punished with imprisonment not exceeding five years. The Agency is "
    "to consist of not fewer than seven and not more than twelve members.\n\n"
    "This Act comes into force on 1 July 2031, except section 4.\n\n"
    "The motion was agreed by four votes to none.\n\n"
    "The works were to be ready in 2030 and to cost 90 million crowns.\n\n"
    "After the works the rent was raised from 640 crowns to 815 crowns a month.\n\n"
    "Every vessel of 400 gross tonnage must carry a record book, whose entries are kept for three "
    "years."
)
BAY = (
    "In the 2031 search for the ferry, led by Norway, ships from Norway, Iceland, Denmark, Ireland "
    "and the Netherlands covered 4,200 square miles. The cost is shared by Norway, Iceland and "
    "Denmark.\n\n"
    "The motion on fish farms was tabled by the Health Board, the Audit Office and the Ports "
    "Committee, and adopted in 2033.\n\n"
    "Norway is a party to the Oslo Convention on Dumping, the Oslo Convention on Seabirds (also "
    "known as the Gull Convention), the Berne Convention on Fishing, Netting and Trapping and the "
    "Paris Agreement. Inspections are carried out at municipal, regional and national levels. "
    "Guilds such as the Boat Guild, the Net Guild and the Pilots' Guild were heard."
)
DEBTS = (
    "In 2034 the court heard 120 claims, 95 of which were settled.\n\n"
    "The port gave 410 warnings and imposed 380 fines."
)
LEAGUE = (
    "The treaty was signed by Norway, Iceland, Denmark and Ireland in 2031. The fund is open to "
    "students from Chile, Peru and Brazil, and paid 4,200 grants in 2032. The council advises the "
    "Ministry of Health, the Ministry of Trade and the Ministry of Labour. Exports of fish, wool "
    "and timber to France, Spain and Italy fell by 12 percent. The Sea Act, the Ports Act and the "
    "Fuel Act were repealed in 2033."
)
HEARINGS = (
    "In 2033 the town hosted the third round of talks on herring.\n\n"
    "The institute published its joint fifth and sixth report on seals in 2031."
)
TEAMS = "The ministry set up 21 teams, which cover all the 126 offices of the state."
PATROL = (
    "In the second joint patrol of the delta in 2031, 412 thefts were solved and 97 suspects were "
    "arrested. The board will set up inspectorates at three levels."
)
RENT = "Holders own 53 per cent of the land they work and rent 47 per cent on average."
PLANNED = """Table 2. Recommended investment, 2035 to 2040 (million talers)

| Purpose | 2035-2036 | 2037-2040 | Total |
|---|---:|---:|---:|
| Dykes | 140 | 265 | 405 |
| Retention areas | 60 | 190 | 250 |
| Sirens | 60 | 35 | 95 |
| Total | 260 | 490 | 750 |
"""
LARVAE = (
    "Port Amaro received 286 millimetres of rain in June, more than double the 131 millimetres "
    "that are usual. The house index, that is to say the share of inspected houses in which larvae "
    "are found, climbed from 3.8% in April to 9.1% in July, before it fell back to 4.4% in October."
)
LETTERS = (
    "Operators carried 612.4 million letters in 2028. A parcel sent within the country cost 5.84 "
    "marks on average. Since 1 March 2028 a letter has cost 1.30 marks; until then the price was "
    "1.15 marks. The levy is 0.63% of turnover and will not be raised in 2029. For 2029 we expect "
    "between 550 and 570 million letters. Dykes will take 405 million marks of the 750 million "
    "marks. The provinces had received 18,270 applications and decided on 15,940. The river rose "
    "from 1.9 metres to 8.4 metres within 31 hours. The report was adopted by 14 votes to three."
)
POSTS = "Posts fell from 1,150 to 1,085 full-time equivalents."
DRAFTED = [
    *((RULES, f"Of 310 such rules, 120 were abolished. {claim}", wanted, why)
      for claim, wanted, why in (
        ("About two fifths of the rules were abolished.", "supported", "its share"),
        ("Two thirds of the rules drawn up were abolished.", "not contradicted",
         "a whole that the source does not have"),
    )),
    *((TRUST, claim, wanted, why) for claim, wanted, why in (
        ("Trust in the harbour board lost 6 points from 2019 to 2023, ending at 58 percent.",
         "supported", "what a change led to"),
        ("Trust in the harbour board lost 6 points from 2019 to 2023, ending at 64 percent.",
         "not supported", "the value that it began with"),
        ("Trust in the harbour board was at 64 percent in 2019 and at 58 four years later.",
         "supported", "a lapse from the date before it"),
        ("Trust in the harbour board was at 64 percent in 2019 and at 58 six years later.",
         "not supported", "a lapse that leads to another year"),
    )),
    *((RULES, f"Of 310 rules, 120 were abolished. {claim}", wanted, why)
      for claim, wanted, why in (
        ("Rules from before June 2010 were left out of the review.", "contradicted",
         "left out is all that was reviewed"),
        ("The window of the review closed in June 2011.", "contradicted",
         "it closed a year before"),
        ("The harbour closed in June 2011.", "not contradicted", "something else closed"),
    )),
    *((RULES, claim, wanted, why) for claim, wanted, why in (
        ("Only a tenth of the 310 rules were abolished.", "contradicted", "another share"),
        ("More than half of the 310 rules were abolished.", "contradicted", "a share with a bound"),
        ("About two fifths of the 310 rules were abolished.", "supported", "its share"),
        ("More than half of the 310 rules were typed.", "not contradicted",
         "a share that the source does not tell"),
    )),
    *((RENT, claim, "contradicted", "the source's own words but for what turns their sense")
      for claim in (
        "Holders own 47 per cent of the land they work and rent 53 per cent on average.",
        "The holders own 47 per cent of the land they work and rent 53 per cent on average.",
        "Holders own 53 per cent of the land they work and rent 47 per cent on median.",
        "Holders do not own 53 per cent of the land they work, and rent 47 per cent on average.",
    )),
    ("On 10.12.2019 the survey in version 2.1.3 counted 40 ships at the quay.",
     "On 10.12.2018 the survey in version 2.1.4 counted 40 ships at the quay.", "not supported",
     "dates and versions are no numbers to round"),
    *((LARVAE, claim, "not contradicted", why) for claim, why in (
        ("June brought 286 millimetres of rain to Port Amaro, more than double the normal amount.",
         "a comparison names no neighbour"),
        ("Larvae were found in 9.1 per cent of the houses inspected in July.",
         "the month is the figure's own"),
    )),
    (LARVAE, "Larvae were found in 9.1 per cent of the houses inspected in April.",
     "not supported", "the month is the neighbour's"),
    *((LETTERS, claim, wanted, why) for claim, wanted, why in (
        ("A letter to a foreign country costs 2.10 marks.", "not contradicted",
         "of a parcel is told what a letter costs"),
        ("The levy will go up in 2029.", "not supported", "the source denies it"),
        ("The levy will stay as it is in 2029.", "not contradicted", "the source denies the rise"),
        ("The Regulator expects at least 550 million letters in 2029, but not more than 570 "
         "million.", "supported", "the two ends of a range, told as two bounds"),
        ("Dykes will swallow 405 of the 750 million marks.", "supported",
         "a part in the scale of its whole"),
        ("Dykes will swallow 450 of the 750 million marks.", "not supported",
         "another part in the scale of its whole"),
        ("Of 18,270 applications 2,330 are still waiting.", "supported", "the rest, not decided"),
        ("The river climbed by 6.5 metres within 31 hours.", "supported",
         "what is worked out tells what the rest is of"),
        ("Fourteen members voted for the report.", "not contradicted", "who votes casts votes"),
        ("Companies in Harrowmere carried 612.4 million letters in 2028.", "not contradicted",
         "a place did nothing"),
    )),
    (f"{LETTERS}", "A letter cost 1.30 marks in 2028 instead of 1.15. The increase came to 0.15 "
     "marks.", "not contradicted", "a change is no level"),
    *((POSTS, claim, "contradicted", "the way, told by the order of two numbers alone")
      for claim in (
        "Posts fell from 1,085 to 1,150 full-time equivalents.",
        "Posts fell from 1,085 full-time equivalents to 1,150.",
        "Posts dropped from 1,085 to 1,150.",
    )),
    ("The surplus fell from 21.9 million crowns in 2030 to 2.4 million in 2031.",
     "The surplus collapsed to 21.9 million crowns from 2.4 million.", "contradicted",
     "the later value first, the wrong way"),
    ("The surplus fell from 21.9 million crowns in 2030 to 2.4 million in 2031.",
     "The surplus fell to 2.4 million crowns from 21.9 million.", "not contradicted",
     "the later value first"),
    ("3.4 Assaults on staff fell from 104 to 96, those between prisoners rose from 219 to 233.",
     "Assaults on staff dropped from 96 to 104 over the year.", "contradicted",
     "a range from its other end"),
    ("There were 1,864 candidates, of whom 798 were women.",
     "There were 798 candidates, of whom 1,864 were women.", "contradicted",
     "a part and its whole that changed places"),
    ("The median age was 34 years (interquartile range: 19 to 52).",
     "The median age was 19 years (interquartile range: 34 to 52).", "contradicted",
     "a value and the end of its range that changed places"),
    ("After 47 minutes all of the 900 households had power back.",
     "After 47 minutes none of the 900 households had power back.", "contradicted",
     "none in place of all"),
    ("The fee went up by 15 crowns, from 170 to 185 crowns.", "The fee went up to 185 crowns.",
     "supported", "what is left out is no change"),
    ("In 2032, 137 people died at work, 12 more than in 2031.",
     "In the ports, 137 people died at work in 2032.", "supported",
     "a year that is told elsewhere in the sentence"),
    ("It exported goods of 38,600 firms and imported those of 4,210 firms.",
     "It exported goods of just under 39,000 firms and imported those of about 4,200 firms.",
     "supported", "a rounded number is no other one"),
    *((PATROL, claim, wanted, why) for claim, wanted, why in (
        ("On the delta 412 thefts were cleared in 2031.", "supported", "a verb cut short"),
        ("On the delta 97 suspects were cleared in 2031.", "not supported",
         "a verb cut short that is told of another figure"),
        ("Inspectorates are foreseen at three levels.", "supported", "what is to come is foreseen"),
        ("On the delta 97 suspects were expected in 2031.", "not supported",
         "what was done is not to come"),
    )),
    (WAGES, "Employees pay 7.8 per cent of gross wages.", "not contradicted",
     "its value stands a sentence behind that of all"),
    *((STATUTE, claim, wanted, why) for claim, wanted, why in (
        ("The order is enforced by imprisonment of up to ten years.", "not supported",
         "another limit is another"),
        ("Breach of the order is punished with imprisonment of up to five years.", "supported",
         "the same limit in other words"),
        ("The Agency has up to ten members.", "not supported", "five are not nearly ten"),
        ("Section 4 comes into force on 1 July 2031.", "not supported", "it is excepted"),
        ("The Act comes into force on 1 July 2031.", "supported", "what is not excepted is"),
        ("The rent was raised from 815 to 640 crowns a month.", "contradicted", "the other way"),
        ("The rent was raised from 640 to 815 crowns a month.", "supported", "that way"),
        ("The works have cost 90 million crowns so far.", "not supported", "it was planned"),
        ("The motion was agreed by four votes to one.", "not supported", "there was none against"),
        ("A vessel of 400 gross tonnage must keep the entries for at least five years.",
         "not supported", "a small number with a bound is no aside"),
    )),
    (BONDS, "The fund will buy bills at 24 million crowns a month.", "not supported",
     "a sum of before and after"),
    ("The port hires 7, 15, 19, 26 and 31 pilots in its five harbours.",
     "The port hires pilots in eight harbours.", "not supported", "a difference of pilots"),
    (MINISTRY, "The ministry set aside RM990 billion to run the state.", "not supported",
     "a sum of the whole and a part"),
    (SHORTFALL, "The shortfall was 3.9 percent of output in 2032.", "supported", "its own date"),
    (SHORTFALL, "The shortfall was 5.4 percent of output in 2032.", "contradicted",
     "another's date"),
    ("Some 4.7 million islanders aged 9 years and older (3.2 percent) could not swim.",
     "Some 4.7 million islanders aged 9 years and older could not swim.", "supported",
     "years are not held against percent"),
    (DROWNED, "Drowning was the cause of 2,310 deaths in 2031.", "not contradicted",
     "the same value twice, once without a date"),
    ("The tank holds 24.5 cubic feet.", "The tank holds 24.5 cubic feet.", "not contradicted",
     "its own words"),
    (FARMS, "The north lost 40 farms and the south 30 farms in 2016.", "not supported",
     "a difference"),
    (TREES, TREES.replace("beech 14", "beech 12"), "not supported",
     "where all others are told as printed, the last is no difference of two"),
    (TREES, TREES.replace("pine 22", "pine 8"), "not supported", "nor another's"),
    (FARMS, "The north lost 110 farms in 2016.", "not supported", "a sum of two places"),
    (FARMS, "Together they lost 110 farms in 2016.", "supported", "a sum that is asked for"),
    ("More than 100 inspectors visited mines in 2013.",
     "<100 inspectors visited mines in 2013.", "not supported", "a sign for fewer than"),
    ("More than 100 inspectors visited mines in 2013.",
     "≤100 inspectors visited mines in 2013.", "not supported", "a sign for at most"),
    ("The carbon price was 40 euros per megawatt hour in 2019.",
     "The carbon price was €50/MWh in 2019.", "not supported", "a unit written onto the number"),
    ("Public debt reached 2.1 trillion dollars in 2018.",
     "Public debt reached $9.9T in 2018.", "not supported", "a scale that is not read"),
    ("The clinic vaccinated 250,000 people.",
     "The clinic vaccinated a quarter of a million people.",
     "not contradicted", "a number in words"),
    ("The work was done in the third quarter of 2013 by 40 men.",
     "The work was done by 40 men in the 3rd quarter of 2013.", "not contradicted",
     "a quarter in digits"),
    ("In March 2013 and in January 2017 the mayor spoke of a pact.[1] Some 24 ships came.[2]",
     "In March 2013 and in January 2017 the mayor spoke of a pact. Some 24 ships came.",
     "supported", "note marks end no sentence in the middle"),
    (RULES, "The board reviewed 310 rules in 2014.", "unsupported",
     "a neighbour's date dates the rules, not their review"),
    (TRUST, "7/ 64% → 58%, 2019 → 2023: trust in the harbour board", "supported",
     "a numbered post, arrows"),
    (TRUST, "Trust in the harbour board fell from 64 percent to 58 percent between 2019 and 2023.",
     "supported", "the ends of a span for the two values of a change"),
    (TRUST, "Trust in the harbour board rose from 58 percent to 64 percent between 2019 and 2023.",
     "contradicted", "the ends of a span exchanged"),
    (TRUST, "Trust in the harbour board was 58 percent in 2023, down from 64 percent four years "
     "earlier.", "not contradicted", "a time told from another"),
    ("The pilots were trained in more than 70 ports in 2016.",
     "The pilots were trained in 70 ports at most in twenty-sixteen.", "contradicted",
     "a bound behind the noun, a year in words"),
    (WARDENS, "Wardens from the 12 most remote islands came in 2020, five of the 12.",
     "not contradicted", "a whole is not its part"),
    (GUARDS, "Some 4,310 smugglers surrendered in 2018.", "unsupported",
     "a verb that says another thing"),
    (GUARDS, "Some 4,310 smugglers were held in 2018.", "supported",
     "another word for the same in the thesaurus"),
    (COURT, "In 2018 some 4,310 smugglers were acquitted.", "unsupported",
     "no word for the same: the thesaurus has \"not guilty\", the source \"guilty\""),
    (GUARDS, "The coast guard's figure: 52,400 inspections a month in 2018", "contradicted",
     "a label before a rate, and another rate"),
    (FLEET, "The fund paid 6.4 million euros for the 640 boats, or 10,000 euros each.",
     "supported", "an amount for each"),
    (TEAMS, "The ministry has 21 teams, one for every six offices.", "supported",
     "one for every so many"),
    (TEAMS, "The ministry has 21 teams, one for every nine offices.", "not supported",
     "one for every so many, which does not come out"),
    ("Gusts of 96 kilometres an hour were measured at the light.",
     "Gusts of 96 km/h were measured at the light.", "supported", "a speed under two names"),
    ("Gusts of 96 kilometres an hour were measured at the light.",
     "Gusts of 69 km/h were measured at the light.", "contradicted", "another speed"),
    ("Stewards were paid 2,300 euros a month.", "Stewards were paid 2,300 euros a year.",
     "not supported", "pay for another stretch of time"),
    (WARDENS, "The wardens' handbook had 40 pages in 2020.", "unsupported",
     "pages are nothing that the source counts"),
    *((BAY, claim, wanted, "what a sentence names one by one, fact or not")
      for claim, wanted in (
        ("Ships of five nations, from Norway to the Netherlands, combed the sea for the ferry.",
         "supported"),
        ("Four nations took part in the ferry search of 2031, which covered 4,200 square miles.",
         "contradicted"),
        ("Some 4,200 square miles were covered in the search of 2031. Six countries joined in.",
         "contradicted"),
        ("Three states share the cost.", "supported"),
        ("Three bodies tabled the motion on fish farms.", "supported"),
        ("Two bodies tabled the motion on fish farms.", "contradicted"),
        ("Three bodies opposed the motion on fish farms.", "unsupported"),
        ("Norway is a party to two Oslo conventions.", "supported"),
        ("Norway has joined four treaties, two Oslo conventions among them.", "supported"),
        ("Inspections take place on three levels.", "supported"),
        ("Three guilds were heard.", "unsupported"),
        ("Four guilds were heard.", "unsupported"),
        ("Five countries have banned the dumping of cargo.", "unsupported"),
    )),
    *((LEAGUE, claim, wanted, "what is named, of which another thing is told beside it")
      for claim, wanted in (
        ("Four countries signed the treaty in 2031.", "supported"),
        ("Three countries signed the treaty in 2031.", "contradicted"),
        ("Four countries ratified the treaty in 2031.", "not supported"),
        ("Five countries paid grants in 2032.", "unsupported"),
        ("Fish exports to three countries fell by 12 percent.", "supported"),
        ("Fish exports to four countries fell by 12 percent.", "contradicted"),
        ("Three countries export fish, wool and timber.", "unsupported"),
        ("Three ministries are advised by the council.", "supported"),
        ("Three ministries have dissolved the council.", "unsupported"),
        ("Three acts were repealed in 2033.", "supported"),
        ("Two acts were repealed in 2033.", "contradicted"),
        ("Three acts were passed in 2033.", "unsupported"),
    )),
    *((HEARINGS, claim, wanted, "ordinals behind their noun, or in a series")
      for claim, wanted in (
        ("The town was host to round three of the talks on herring.", "supported"),
        ("The town was host to round four of the talks on herring.", "contradicted"),
        ("Reports five and six on seals were published together in 2031.", "supported"),
        ("Reports four and five on seals were published together in 2031.", "not supported"),
        ("A joint report on seals, the fifth and sixth in the series, came out in 2031.",
         "supported"),
    )),
    *((DEBTS, claim, wanted, "all of a whole, or values that changed places in brackets")
      for claim, wanted in (
        ("The court heard 120 claims, and all of them were settled.", "contradicted"),
        ("The court heard 120 claims, and none is still pending.", "contradicted"),
        ("The court heard 120 claims.", "supported"),
        ("In the port, fines (410) were commoner than warnings (380).", "contradicted"),
        ("In the port, warnings (410) were commoner than fines (380).", "supported"),
    )),
    ("The Harbour Guild was founded in 1911 by nine pilots.",
     "The MRC of the harbour was founded in 1932.", "unsupported", "another's name"),
]  # fmt: skip


@cache
def drafted(text: str) -> ClaimIndex:
    source = read_source("source", f"# I. One\n\n{text}\n".encode(), "markdown")
    path = Path("source.txt")
    raw = checked_text(path, draft_base(source, "source").raw)
    return ClaimIndex([assemble(*read_checked(path, raw.encode()))])


@pytest.mark.parametrize(
    ("source", "claim", "wanted", "why"), DRAFTED, ids=[case[3] for case in DRAFTED]
)
def test_claims_on_a_drafted_source(source: str, claim: str, wanted: str, why: str) -> None:
    assert agrees(verdict(drafted(source), claim), wanted)


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("405", "not contradicted"),  # the source's own number, in the scale of its whole
        ("450", "not supported"),
    ],
)
def test_a_part_has_the_scale_of_its_whole(part: str, wanted: str) -> None:
    claim = f"Dykes alone take {part} of the 750 million talers."
    assert agrees(verdict(drafted(PLANNED), claim), wanted)


@pytest.mark.parametrize("source", sorted({case[0] for case in DRAFTED}))
def test_a_source_never_contradicts_itself(source: str) -> None:
    assert verdict(drafted(source), source) != "contradicted"


def test_note_marks_end_a_sentence_and_two_clauses_have_two_dates() -> None:
    text = (
        "In March 2013 and in January 2017 Xi spoke of a shared future.[1] Some 24 operations had "
        "Chinese personnel.[2]"
    )
    assert len(sentences(text)) == 2
    assert verdict(BUILT_IN, text) == "supported"


REFERENCE = (
    "State Council Information Office of the People's Republic of China, New Progress in the Legal "
    "Protection of Human Rights in China, 15 December {year}, section VI, paragraph 4."
)


def test_a_reference_is_no_claim_but_for_another_date() -> None:
    assert judge_sentence(REFERENCE.format(year=2017), BUILT_IN) is None
    other = judge_sentence(REFERENCE.format(year=2018), BUILT_IN)
    assert other is not None
    assert other.verdict != "supported"


@pytest.mark.parametrize(
    ("before", "sentence", "verdict", "why"),
    [
        (["Q. In what year did the peacekeeping standby force come about, and how large was it?",
          "A."], "The year is 2017 and the size 8,000.", "supported",
         "the question is what is answered, and a letter tells nothing"),
        (["The index of public satisfaction stood at 92.9 percent in 2016."],
         "It had started from 71 percent in 2013.", "contradicted",
         "nothing is said but that it moved, and the time is the source's"),
        (["The index of public satisfaction stood at 92.9 percent in 2016."],
         "It began at 81 percent.", "supported", "of two values the one where it began"),
        (["From 1990 to August 2017 China sent 36,000 military peacekeepers abroad."],
         "The count of peacekeepers begins in 1980.", "contradicted", "another first year"),
        (["From 1990 to August 2017 China sent 36,000 military peacekeepers abroad."],
         "The rainy season begins in 1980.", "unsupported", "something else begins"),
        (["By mid-October 2017, 3,453 fugitives had been brought back."],
         "More than half of the hundred most wanted were in that company.", "contradicted",
         "another share in what was told before"),
        (["By mid-October 2017, 3,453 fugitives had been brought back."],
         "Nearly half of the hundred most wanted were in that company.", "supported",
         "its share in what was told before"),
        (["In all, 1,178 documents were reviewed."],
         "Fewer than a third of the documents reviewed are still in effect.", "contradicted",
         "another share of a whole that is named"),
        (["The index of public satisfaction stood at 92.9 percent in 2016."],
         "Three years before, it had been at 81.", "supported", "a lapse that opens a sentence"),
        (["He lingers over the 47 resident teams that keep watch on 139 departments."],
         "Each team must have roughly three to mind.", "supported", "each of what was told"),
        (["From 1990 to August 2017 China sent 36,000 military peacekeepers abroad."],
         "The record spans 27 years, up to August 2017.", "supported",
         "a stretch that ends with the time of what was told"),
        (["From 1990 to August 2017 China sent 36,000 military peacekeepers abroad."],
         "That count opens in 1980 and closes in August 2017.", "contradicted",
         "where the time of what was told begins and ends"),
        (["The first deadline is the centenary of the Party, founded in 1921."],
         "The republic's own centenary comes in 2049.", "supported",
         "a centenary that the text goes on about"),
        (["From 2014 to mid-October 2017, 3,453 fugitives were brought back."],
         "She gave the period as 2014 to mid-October 2016.", "contradicted",
         "the time of what was told, with another end"),
        (["By 2016 the index of public satisfaction was above ninety percent."],
         "It had been seventy-one in twenty thirteen.", "contradicted",
         "a bare number of the unit and year that the text goes on about"),
        (["By 2016 the index of public satisfaction was above ninety percent."],
         "It had been eighty-one in twenty thirteen.", "supported", "the same, as it was"),
        (["From 2014 to August 2017, more than 6,100 Party committees were held accountable."],
         "Individuals in this tally numbered above sixty thousand.", "supported",
         "a tally that has just been told"),
        (["In 2016, 57,000 officials confessed."],
         "Individuals in this tally numbered above sixty thousand.", "unsupported",
         "another tally than has just been told"),
        (["Of the 1,178 documents that were reviewed, 691 have gone."],
         "More than half, in other words, are still in effect.", "contradicted",
         "a share of the whole that was told"),
        (["Of the 1,178 documents that were reviewed, 691 have gone."],
         "More than half of these were declared invalid.", "unsupported",
         "a share of another whole that was told"),
        (["The haul came to 12.7 tons of narcotics, and of chemicals it was more than four times "
          "as much."], "Put it all on one scale and you have almost 68 tons.", "supported",
         "what was told, added up"),
        (["Bureau and county level together account for 71,900 people."],
         "Everyone else dealt with makes some 1.465 million.", "supported",
         "what is left when two are taken away"),
        (["Some 58,000 cases of suspected crime reached the judiciary."],
         "Set against the people processed, that is about one referral for every 26 or 27.",
         "supported", "what was told in proportion to what is named"),
        (["Some 58,000 cases of suspected crime reached the judiciary."],
         "Set against the people processed, that is about one referral for every 16 or 17.",
         "unsupported", "another proportion"),
        (["Some 58,000 cases of suspected crime reached the judiciary."],
         "Set against the people dealt with, that is one conviction for every 26.",
         "unsupported", "a proportion of another step"),
        (["The Party reviewed 1,178 rules and documents."],
         "The material reviewed spans more than six decades, up to June 2012.", "supported",
         "how long the time of what was told is"),
        (["The Party reviewed 1,178 rules and documents."],
         "The material reviewed spans more than seven decades, up to June 2012.", "unsupported",
         "another length of it"),
        (["The Party reviewed 1,178 documents, going back to October 1949."],
         "The window of the review closes in December 2012.", "contradicted",
         "where the time of what was told ends, in another month"),
        (["From 2014 to August 2017 more than 6,100 Party committees were held accountable."],
         "The books on these accountability cases were closed in August 2016.", "contradicted",
         "where the time of what was told ends, in another year"),
        (["From 2014 to August 2017 more than 6,100 Party committees were held accountable."],
         "The offices were closed in August 2016 for a repair.", "unsupported",
         "something else that was closed"),
        (["The Party reviewed 1,178 documents."],
         "Texts from before June 2012 were left out of the review.", "contradicted",
         "what is left out is the very time of what was told"),
        (["The Party reviewed 1,178 documents."],
         "Documents issued after October 1949 were not reviewed.", "contradicted",
         "the same, from its beginning"),
        (["The Party reviewed 1,178 documents."],
         "Dissidents arrested before June 2012 were left out of the amnesty.", "unsupported",
         "something else that was left out"),
        (["The expression made its debut in March 2013, when Xi Jinping spoke in Moscow."],
         "Two and a half years later, in September 2015, he enlarged on it before the United "
         "Nations.", "supported", "the date of what the text goes on about, in another word"),
        (["The expression made its debut in March 2013, when Xi Jinping spoke in Moscow."],
         "In September 2015 he married in New York.", "unsupported", "another deed of that month"),
        (["The goals of the two centenaries are told with the founding years, 1921 and 1949."],
         "The Party put them forth at its 19th National Congress.", "contradicted",
         "another congress than that of what the text goes on about"),
        (["The goals of the two centenaries are told with the founding years, 1921 and 1949."],
         "The Party put them forth at its 18th National Congress.", "supported",
         "the congress of what the text goes on about"),
        (["Bureau level.", "It is a word of officials."],
         "It is the level at which 8,900 people were dealt with.", "supported",
         "the label of a paragraph says what it is about"),
    ],
)  # fmt: skip
def test_what_a_sentence_leans_on(before: list[str], sentence: str, verdict: str, why: str) -> None:
    context = NO_CONTEXT
    for one in before:
        context = context.after(one, judge_sentence(one, BUILT_IN, context))
    claim = judge_sentence(sentence, BUILT_IN, context)
    assert claim and claim.verdict == verdict, (why, claim and claim.reasons)


# What tells of another thing with a number or date of the base, just behind what the base tells.
BORROWED = {
    "China sent 36,000 peacekeepers abroad between 1990 and August 2017.": (
        "About 8,000 of them came from Henan.",
        "Some 24 of them were decorated.",
        "In 2016 alone 36,000 applied.",
        "They were paid 8,000 yuan each.",
    ),
    "Sky Net has brought back 3,453 fugitives.": (
        "More than 90 of them died before trial.",
        "48 were women.",
        "It cost RMB9.5 billion.",
        "3,453 policemen took part.",
    ),
    "The Party reviewed 1,178 rules.": (
        "369 of the reviewers were lawyers.",
        "322 members protested.",
        "It took 487 days.",
    ),
    "In the Mekong operation 9,927 suspects were arrested.": (
        "6,476 of them were convicted.",
        "55.2 tons of explosives were found.",
        "6,476 police officers took part.",
        "Four of the suspects died.",
    ),
    "Judicial assistance treaties are in force with many countries.": (
        "32 of the treaties were never used.",
        "17 more are being negotiated.",
        "3,300 lawyers worked on them.",
    ),
    "Satisfaction rose from 81 percent in 2013 to 92.9 percent in 2016.": (
        "81 percent of those asked were women.",
        "92.9 percent of the officials were satisfied.",
        "In the countryside it was 92.9 percent.",
    ),
    "The peacekeeping standby force has 8,000 troops.": (
        "It was set up in 2015.",  # as the United Nations was, seventy years before
        "They say it was only founded in September 2015.",
    ),
    "China has acceded to 26 human rights conventions.": (
        "26 of the reports were late.",
        "89 million people have left the Party.",
        "47 teams were dissolved.",
    ),
}


@pytest.mark.parametrize(
    ("before", "sentence"),
    [(before, sentence) for before, told in BORROWED.items() for sentence in told],
)
def test_a_borrowed_number_is_not_supported(before: str, sentence: str) -> None:
    context = NO_CONTEXT.after(before, judge_sentence(before, BUILT_IN))
    claim = judge_sentence(sentence, BUILT_IN, context)
    assert claim is None or claim.verdict != "supported", claim.figures


# What tells of another one of the same kind, just behind what the base tells.
OTHERS = {
    "China sent 36,000 peacekeepers abroad between 1990 and August 2017.": (
        "In Mali 400 Chinese peacekeepers guard the airport.",
        "India has sent 200,000 peacekeepers abroad.",
    ),
    "Sky Net has brought back 3,453 fugitives.": (
        "Another 946 fugitives are still abroad.",
        "In 2015 alone 1,023 fugitives were brought back.",
    ),
    "China is a large country with a population of more than 1.3 billion.": (
        "India has a population of 1.4 billion.",
    ),
    "The Party reviewed 1,178 rules.": (
        "A second review covered 900 rules.",
        "Provincial bodies reviewed 7,700 rules.",
    ),
    "In the Mekong operation 9,927 suspects were arrested.": (
        "The first operation led to 2,500 arrests.",
    ),
    "By 2016 China had signed judicial assistance treaties on criminal cases with 40 countries.": (
        "France has signed treaties with 25 countries.",
        "Extradition treaties exist with 37 countries.",
    ),
    "More than 6,100 Party committees, general branches and branches were held accountable.": (
        "The Party has 4.5 million branches.",
    ),
}


@pytest.mark.parametrize(
    ("before", "sentence"),
    [(before, sentence) for before, told in OTHERS.items() for sentence in told],
)
def test_another_one_is_not_contradicted(before: str, sentence: str) -> None:
    context = NO_CONTEXT.after(before, judge_sentence(before, BUILT_IN))
    claim = judge_sentence(sentence, BUILT_IN, context)
    assert claim is None or claim.verdict == "unsupported", claim.figures


@pytest.mark.parametrize(
    ("row", "verdict", "why"),
    [
        ("| Assets recovered, in US dollars | 9.5 billion |", "contradicted",
         "the row's label has the currency, the cell the scale"),
        ("| Illegal assets recovered, in billion RMB | 9.5 |", "supported",
         "the label has the scale, which is no figure by itself"),
        ("| How many entities were flexibly inspected? | 4 |", "supported",
         "a question and its answer are one statement"),
        ("| In which year was the second Safe Mekong operation organized? | 2013 |", "contradicted",
         "likewise, with a year for its answer"),
        ("| Which report on the Convention Against Torture came in 2015? | the fifth |",
         "contradicted", "likewise, with an ordinal"),
        ("| Judicial assistance requests, annually, 2013 to 2016 | 3,300 |", "supported",
         "a number and its label are read as one noun"),
        ("| A peacekeeping standby force of 18,000 troops was built in 2017. | 1 |", "contradicted",
         "a label that is a whole sentence reports by itself"),
        ("| Peacekeepers were sent abroad from 1990 to August 2017 | true |", "supported",
         "a cell that is a sentence may report a date alone"),
    ],
)  # fmt: skip
def test_rows_of_tables(row: str, verdict: str, why: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"# Sky Net\n\n| Item | Figure |\n|:--|--:|\n{row}\n", encoding="utf-8")
    checked = check_draft(
        read_draft(draft),
        lambda quotation: verify_quotation(Corpus([load(builtin_path())]), quotation),
        lambda sentence, context: judge_sentence(sentence, BUILT_IN, context),
    )
    assert [claim.claim.verdict for claim in checked.claims] == [verdict], why


@pytest.mark.parametrize(
    ("text", "verdict", "why"),
    [
        ('Of 1,178 documents "declared invalid" applies to 369 and "abolished" to 322.',
         "supported", "a term in quotation marks tells what is counted"),
        ('"Abolished" applies to 322 documents of the 1,178.', "supported",
         "and the whole behind its part, with a noun between, is not what it applies to"),
        ('Of 1,178 documents "abolished" applies to 369 and "declared invalid" to 322.',
         "contradicted", "and tells two counts apart"),
        ('Of the paper one reader said: "All four." It is not long.', None,
         "a sentence in quotation marks is another's"),
    ],
)  # fmt: skip
def test_a_term_in_quotation_marks(text: str, verdict: str | None, why: str) -> None:
    checked = check_draft(
        read_draft("draft.md", text.encode()),
        lambda quotation: verify_quotation(Corpus([load(builtin_path())]), quotation),
        lambda sentence, context: judge_sentence(sentence, BUILT_IN, context),
    )
    assert [claim.claim.verdict for claim in checked.claims] == ([verdict] if verdict else []), why


@pytest.mark.parametrize(
    "entry",
    [
        '[1] State Council Information Office, "A paper," Beijing, White Paper, Dec. 15, 2017.',
        '[2] J. Smith and K. Lee, "Peacekeeping," J. Peace Stud., vol. 12, no. 3, pp. 36-48, Mar.',
        "2016, doi: 10.1109/5.771073.",
    ],
)
def test_an_entry_of_a_list_of_references_is_no_claim(entry: str) -> None:
    assert judge_sentence(entry, BUILT_IN) is None


def test_a_note_that_tells_something_is_a_claim() -> None:
    claim = judge_sentence("[3] The standby force of 8,000 troops was built in 2017.", BUILT_IN)
    assert claim and claim.verdict == "supported"
