"""Nouns for persons: what they count is counted in people."""

PERSONS = frozenset(
    "person people persons member members official officials officer officers personnel "
    "troop troops soldier soldiers fugitive fugitives suspect suspects worker workers "
    "employee employees student students pupil pupils teacher teachers child children woman "
    "women man men girl girls boy boys citizen citizens resident residents inhabitant "
    "inhabitants refugee refugees patient patients staff judge judges lawyer lawyers doctor "
    "doctors nurse nurses farmer farmers migrant migrants volunteer volunteers victim "
    "victims participant participants delegate delegates expert experts prisoner prisoners "
    "voter voters passenger passengers visitor visitors beneficiary beneficiaries applicant "
    "applicants user users trainee trainees fisher fishers household-members youth youths "
    "adults adult individuals individual civilians civilian representatives representative "
    "scholars scholar cadres peacekeepers police defendants offenders criminals inmates "
    "prosecutors pensioners retirees jobseekers employed unemployed".split()
)
