python -c raise(SystemExit("stopped"))
