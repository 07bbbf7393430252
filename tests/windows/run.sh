#!/bin/sh
# Runs tests of the cmdlets in PowerShell for Windows, under Wine: tests/windows/run.sh [--part | FILE...]
# --part: what can differ on Windows, and starts no further file once five minutes are over, the publishing included.
# FILE: only these. Else all of them.
# README.md beside this says what is needed and what is skipped. The last line is: N passed, N failed, N skipped.
set -u
began=$(date +%s)
cd "$(dirname "$0")/../.." || exit 2
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1
out=$PWD/out/windows
host=$out/host
simulator=$out/simulator
tests=tests/BacklogPS.Tests
minutes=600

# Nothing here may keep CI from ending. Wine takes a test file's time several times over.
longest=36000
file_minutes=60

# What Wine 8 lacks, by the tags of the tests that need it: CIM, certificates of TLS servers, and the .NET SDK for Windows.
lacking='Cim,TlsServer,DotNet'

# Sessions, the registry and its lock, downloads, names of files, signing in with a browser, vaults: the longest last.
part='Session Set-BacklogCurrentSpace Save-BacklogAttachment Connect-BacklogSpaceOAuth Vaults'

skip() {
    echo "The tests under Wine were not run and count as one skipped: $1"
    echo '0 passed, 0 failed, 1 skipped'
    exit 0
}

# Debian's wine64 is not on PATH.
PATH=$PATH:/usr/lib/wine
for program in wine64 script; do
    command -v $program >/dev/null || skip "$program is missing (apt-get install wine64 bsdutils)."
done

files=
case "${1-}" in
    --part)
        minutes=5
        longest=900
        file_minutes=8
        for name in $part; do
            # The tests lie in folders.
            found=$(find "$tests" -name "$name.Tests.ps1")
            [ -n "$found" ] || { echo "There is no test file $name.Tests.ps1." >&2; exit 2; }
            files="$files $found"
        done
        ;;
    '') files="$tests tests/vaults" ;;
    *) files=$* ;;
esac

property() {
    sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" tests/Directory.Build.props
}

# Wine shows / as Z:.
windows_path() {
    printf 'Z:%s' "$1" | tr / '\\'
}

# What was published of this version stays.
version=$(property PowerShellVersion)
if [ "$(cat "$host/version" 2>/dev/null)" != "$version" ]; then
    timeout 300 dotnet restore tests/windows/Host -v quiet || skip 'the packages of PowerShell for Windows cannot be had.'
    dotnet publish tests/windows/Host --no-restore -c Release -o "$host" -v quiet || exit 1
    # The modules of PowerShell itself are not where a pwsh.exe of its own looks; those from the Gallery come with the .NET tool.
    cp -R "$host"/runtimes/win/lib/net*/Modules "$host/"
    tool=$out/tool
    [ -d "$tool" ] || timeout 300 dotnet tool install PowerShell --version "$version" --tool-path "$tool" || skip 'the PowerShell package cannot be had.'
    for module in "$tool"/.store/powershell/*/powershell/*/tools/net*/any/win/Modules/*; do
        [ -d "$host/Modules/${module##*/}" ] || cp -R "$module" "$host/Modules/"
    done
    echo "$version" >"$host/version"
fi
timeout 300 dotnet restore tests/BacklogPS.SpaceSimulator -r win-x64 -v quiet || skip 'the packages of the simulator for Windows cannot be had.'
dotnet publish tests/BacklogPS.SpaceSimulator --no-restore -c Release -r win-x64 --self-contained -o "$simulator" -v quiet || exit 1
# Else the tests outside Wine would take it for the newest simulator.
rm -rf tests/BacklogPS.SpaceSimulator/bin/Release/net*/win-x64
timeout 300 dotnet msbuild tests/TestModules -restore -t:Modules -v:quiet -nologo || skip 'Pester cannot be had.'

# A Windows of its own, which no Wine of the user's notices. Not a word about Mono and Gecko, which it does not need.
export WINEPREFIX="$out/prefix" WINEDEBUG=-all DOTNET_EnableWriteXorExecute=0
export WINEDLLOVERRIDES=mshtml=
# The list of vaults and SecretStore are this Windows's own, so the tests that CI alone may run can run.
export CI=true
PSModulePath="$(windows_path "$PWD/out/modules")"
for folder in /usr/local/share/powershell/Modules "$HOME/.local/share/powershell/Modules"; do
    [ ! -d "$folder" ] || PSModulePath="$PSModulePath;$(windows_path "$folder")"
done
export PSModulePath

list=
for file in $files; do
    list="$list,'$(windows_path "$PWD/$file")'"
done
minutes=$((minutes - ($(date +%s) - began) / 60))
[ "$minutes" -gt 0 ] || minutes=0
command="& '$(windows_path "$PWD/$tests/Invoke-Tests.ps1")' -Path ${list#,} -Minutes $minutes -FileMinutes $file_minutes -ExcludeTag $lacking"
command="$command -Simulator '$(windows_path "$simulator/BacklogPS.SpaceSimulator.exe")' -ResultFolder '$(windows_path "$PWD/TestResults/wine")'; exit \$LASTEXITCODE"

# pwsh.exe needs a terminal under Wine, and writes to it what a terminal takes as orders.
run=$out/run.sh
printf '#!/bin/sh\nstty cols 200 rows 50\nexec wine64 "%s" -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "%s"\n' "$host/pwsh.exe" "$(printf '%s' "$command" | sed 's/[\\$"]/\\&/g')" >"$run"
log=$out/run.log
timeout "$longest" script -qefc "sh '$run'" /dev/null </dev/null >"$log"
code=$?
sed '/^wine: Read access denied for device/d; s/\x1b\][^\x07]*\x07//g; s/\x1b\[[0-9;?]*[A-Za-z]//g; s/\r//g' "$log"
exit "$code"
