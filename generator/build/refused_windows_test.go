package build

const helperVariable = "MAPPE_BUILD_REFUSED"

func helpRefused(string, string) {}
