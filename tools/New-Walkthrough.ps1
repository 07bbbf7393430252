<#
.SYNOPSIS
Makes docs/walkthrough.md from a run: replaces what its commands printed with what they print now.

.DESCRIPTION
Starts two simulated spaces and a PowerShell in a tmux window, in a home folder that has nothing in it but the module.
Types the commands of the page, line by line, answers the prompts for keys and passwords, and writes the page with the new
output. The text between the blocks stays. A block after the comment <!-- new process --> starts in a new PowerShell.

To change the walkthrough, change the commands in the page and run this script. Needs Linux or macOS, tmux,
SecretManagement and SecretStore, a built module in out/ and the built simulator.

.EXAMPLE
./build.ps1; dotnet build tests/BacklogPS.SpaceSimulator -c Release; ./tools/New-Walkthrough.ps1
#>
[CmdletBinding()]
param(
    # The manifest of the module to show.
    [string] $ModulePath = "$PSScriptRoot/../out/BacklogPS/BacklogPS.psd1",

    # The built BacklogPS.SpaceSimulator.dll.
    [string] $Simulator = "$PSScriptRoot/../tests/BacklogPS.SpaceSimulator/bin/Release/net10.0/BacklogPS.SpaceSimulator.dll",

    # The page to take the commands from.
    [string] $Path = "$PSScriptRoot/../docs/walkthrough.md",

    # The page to write; the same one by default.
    [string] $OutputPath = $Path
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$simulatorFile = (Resolve-Path $Simulator).Path
$page = [IO.File]::ReadAllText((Resolve-Path $Path).Path)
$socket = ''
$folder = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "backlogps-walkthrough-$PID")).FullName

# Answers to the prompts. The key is that of the space in the command, or of beta, which BL_SPACE names.
$keys = @{ alpha = 'ALPHA'.PadRight(64, 'a'); beta = 'BETA'.PadRight(64, 'b') }
$prompts = '(?m)^(?:ApiKey|Key): ?|^Enter password(?: again for verification)?:$|\(default is "Y"\):'

# The spaces in the page. The actual ports have four digits and the same order, so that columns and lists look the same.
$spaces = [ordered] @{ 'http://127.0.0.1:8081/alpha' = 'alpha:admin'; 'http://127.0.0.1:8082/beta' = 'beta:tanaka' }

function Open-Space([string] $Name, [string] $User, [int] $Port) {
    while ($true) {
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$script:simulatorFile`" --name $Name --path-base /$Name --parent $PID --port $(Get-Random -Minimum $Port -Maximum ($Port + 900))")
        $start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "$($script:keys[$Name]):$User"
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        $line = $process.StandardOutput.ReadLine()
        if ($line) {
            return ($line | ConvertFrom-Json).url
        }

        $process.WaitForExit()
        if ($process.ExitCode -ne 2) {
            throw "The simulator did not start: $($process.StandardError.ReadToEnd())"
        }
    }
}

# The text in the window, including lines that have scrolled away. Wrapped lines are joined.
function Read-Window {
    $lines = & tmux -L $script:socket capture-pane -p -J -S '-'
    if ($LASTEXITCODE) {
        throw 'The window is gone.'
    }

    ($lines -replace '\s+$') -join "`n" -replace '\s+$'
}

function Wait-Window([scriptblock] $Until) {
    $end = [datetime]::UtcNow.AddMinutes(2)
    while ($true) {
        $text = Read-Window
        if (& $Until $text) {
            return
        }

        if ([datetime]::UtcNow -gt $end) {
            throw "The window does not go on: $text"
        }

        Start-Sleep -Milliseconds 50
    }
}

# Types a line, answers other prompts, and waits for the next PowerShell prompt.
function Invoke-Line([string] $Line) {
    & tmux -L $script:socket send-keys -l $Line
    Wait-Window -Until { param($text) $text.EndsWith($Line) }
    $before = [regex]::Matches((Read-Window), '(?m)^PS>').Count
    $answered = [regex]::Matches((Read-Window), $script:prompts).Count
    & tmux -L $script:socket send-keys Enter
    while ($true) {
        Wait-Window -Until {
            param($text)
            ($text.EndsWith("`nPS>") -and [regex]::Matches($text, '(?m)^PS>').Count -gt $before) -or [regex]::Matches($text, $script:prompts).Count -gt $answered
        }
        $found = [regex]::Matches((Read-Window), $script:prompts)
        if ($found.Count -le $answered) {
            return
        }

        $prompt = $found[$answered++].Value
        if ($prompt -match 'Key') {
            & tmux -L $script:socket send-keys -l $script:keys[$(if ($Line -match '/alpha') { 'alpha' } else { 'beta' })]
        }
        elseif ($prompt -match 'password') {
            & tmux -L $script:socket send-keys -l 'a-long-secret'
        }

        & tmux -L $script:socket send-keys Enter
    }
}

# Each window has its own tmux server, because one that is still ending would take the next window with it.
function Open-Window {
    if ($script:socket) {
        & tmux -L $script:socket kill-server
    }

    $script:socket = "backlogps-walkthrough-$PID-$(Get-Random)"
    & tmux -L $script:socket -f /dev/null new-session -d -x 120 -y 50 -c "$script:folder/files" env -u NO_COLOR -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME -u BACKLOGPS_HOME -u BL_SPACE -u BL_API_KEY -u BL_READ_ONLY `
        "HOME=$script:folder" 'LANG=C.UTF-8' 'POWERSHELL_UPDATECHECK=Off' (Get-Process -Id $PID).Path -NoLogo -NoProfile -NoExit -Command "function prompt { 'PS> ' }; Set-PSReadLineOption -PredictionSource None -HistorySaveStyle SaveNothing"
    & tmux -L $script:socket set-option -g history-limit 5000
    Wait-Window -Until { param($text) $text.EndsWith('PS>') }
}

$urls = @{}
try {
    foreach ($name in $spaces.Keys) {
        $space, $user = $spaces[$name] -split ':'
        $urls[$name] = (Open-Space -Name $space -User $user -Port (8100 + 900 * $urls.Count)).TrimEnd('/')
    }

    # Put the module where Install-Module does, and create two logs to attach.
    $modules = New-Item -ItemType Directory -Path "$folder/.local/share/powershell/Modules"
    Copy-Item -LiteralPath (Split-Path (Resolve-Path $ModulePath).Path) -Destination "$modules/BacklogPS" -Recurse
    $null = New-Item -ItemType Directory -Path "$folder/files"
    [IO.File]::WriteAllText("$folder/files/browser.log", 'x' * 872)
    [IO.File]::WriteAllText("$folder/files/server.log", 'x' * 5321)

    Open-Window
    $output = [Text.StringBuilder]::new()
    $end = 0
    foreach ($block in [regex]::Matches($page, '(?ms)^(?<new><!-- new process -->\n+)?```text\n(?<text>.*?)\n```$')) {
        if ($block.Groups['new'].Success) {
            Open-Window
        }

        # Clear the window and the scrollback of the previous block.
        & tmux -L $socket send-keys -l 'Clear-Host'
        Wait-Window -Until { param($text) $text.EndsWith('PS> Clear-Host') }
        & tmux -L $socket send-keys Enter
        Wait-Window -Until { param($text) $text.EndsWith('PS>') -and -not (& tmux -L $script:socket capture-pane -p | Select-String -SimpleMatch 'Clear-Host') }
        & tmux -L $socket clear-history

        foreach ($command in [regex]::Matches($block.Groups['text'].Value, '(?m)^PS> (.+)$')) {
            $line = $command.Groups[1].Value
            foreach ($name in $urls.Keys) {
                $line = $line.Replace($name, $urls[$name])
            }

            Invoke-Line -Line $line
        }

        $text = (Read-Window) -replace '\n+PS>\z'
        foreach ($name in $urls.Keys) {
            $text = $text.Replace($urls[$name], $name)
        }

        $null = $output.Append($page, $end, $block.Groups['text'].Index - $end).Append($text)
        $end = $block.Groups['text'].Index + $block.Groups['text'].Length
    }

    [IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath), "$($output.Append($page, $end, $page.Length - $end))")
}
finally {
    if ($socket) {
        & tmux -L $socket kill-server
    }

    foreach ($url in $urls.Values) {
        $null = Invoke-RestMethod -Method Post -Uri "$url/_simulator/stop"
    }

    Remove-Item -LiteralPath $folder -Recurse -Force
}
