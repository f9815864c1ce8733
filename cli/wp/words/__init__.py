"""The words of texts as search and verdicts compare them: words, stems, words that say the same."""
