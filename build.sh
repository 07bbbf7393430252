#!/bin/sh
# The twin of build.ps1 for a machine where PowerShell may be missing: ./build.sh demo | test [-Wine]
set -u
cd "$(dirname "$0")" || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1

# The PowerShell that is fetched where none is on PATH.
powershell_version=$(sed -n 's:.*<PowerShellVersion>\(.*\)</PowerShellVersion>.*:\1:p' tests/Directory.Build.props)
install_hint='install PowerShell 7 (https://aka.ms/install-powershell), then run this again'

case "${1-}" in
    demo | test) task=$1 ;;
    *)
        echo 'Usage: ./build.sh demo | test [-Wine]' >&2
        exit 2
        ;;
esac

command -v dotnet >/dev/null || {
    echo 'The .NET SDK 10 is needed: https://dotnet.microsoft.com/download' >&2
    exit 1
}

# limited SECONDS COMMAND...: without network, a package client may try for many minutes.
limited() {
    left=$1
    shift
    "$@" &
    while kill -0 $! 2>/dev/null; do
        [ "$left" -gt 0 ] || kill $! 2>/dev/null
        left=$((left - 1))
        sleep 1
    done
    wait $!
}

# A tool in a folder, not one of a manifest: that gives a program named pwsh, which PowerShell itself needs to start
# others of its kind.
find_powershell() {
    if command -v pwsh >/dev/null; then
        return 0
    fi
    tools=$PWD/out/tools
    if [ ! -x "$tools/pwsh" ]; then
        echo "PowerShell is not on PATH; fetching PowerShell $powershell_version as a .NET tool into out/tools ..."
        limited 180 dotnet tool install PowerShell --version "$powershell_version" --tool-path "$tools" || return 1
    fi
    # Its program looks for .NET in the usual places only, not where the dotnet on PATH is.
    root=$(dirname "$(readlink -f "$(command -v dotnet)")")
    if [ -z "${DOTNET_ROOT-}" ] && [ -d "$root/shared" ]; then
        export DOTNET_ROOT="$root"
    fi
    PATH=$tools:$PATH
    export PATH
    pwsh -NoProfile -NonInteractive -Command exit
}

# counter NAME: of the last test run's result file, 0 where there is none.
counter() {
    value=$(sed -n "s/.*<Counters.* $1=\"\([0-9]*\)\".*/\1/p" out/test-results/core.trx 2>/dev/null)
    echo "${value:-0}"
}

if find_powershell; then
    case $task in
        demo) exec pwsh -NoProfile -NonInteractive -File ./build.ps1 -Task Demo ;;
        test) exec pwsh -NoProfile -NonInteractive -File ./build.ps1 -Task Test ${2+"$2"} ;;
    esac
fi

echo 'PowerShell could not be had; going on with the .NET part alone.'

if [ "$task" = demo ]; then
    dotnet run --project samples/CoreQuickstart -c Release || exit 1
    echo
    echo 'This was the library below the cmdlets. The cmdlets themselves were not run: to see them,'
    echo "$install_hint."
    exit 0
fi

failed=0
dotnet build src/BacklogPS -c Release -t:Module -v quiet || failed=$((failed + 1))
rm -f out/test-results/core.trx
dotnet test tests/BacklogPS.Core.Tests -c Release --logger 'trx;LogFileName=core.trx' --results-directory out/test-results
code=$?
passed=$(counter passed)
executed=$(counter executed)
skipped=$(($(counter total) - executed))
failed=$((failed + executed - passed))
# It did not build, or the run broke off.
[ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1

echo
echo 'Not run, because they need PowerShell, and counted as skipped, one for each file or project:'
echo '  tests/BacklogPS.UnitTests'
echo '  tests/BacklogPS.Core.NetFrameworkTests'
skipped=$((skipped + 2))
for file in $(find tests -name '*.Tests.ps1' | sort); do
    echo "  $file"
    skipped=$((skipped + 1))
done
if [ "${2-}" = -Wine ]; then
    echo '  tests/windows'
    skipped=$((skipped + 1))
fi
echo "To run them, $install_hint."
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
