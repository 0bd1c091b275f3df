"""The rules: one function a finding, one file a family. A rule looks and yields; it neither prints nor raises."""
