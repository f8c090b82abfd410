"""Words shared by page, report and command: languages, numbers in words, sentences by rule."""
