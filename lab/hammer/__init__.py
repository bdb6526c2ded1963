"""Eight reviewers at once, whose web processes are killed under them: is anything lost, doubled or stuck?"""
