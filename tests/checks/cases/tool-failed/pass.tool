python --version
