<#
.SYNOPSIS
Makes the pictures of the README and of docs: what a terminal really showed.

.DESCRIPTION
Starts two simulated spaces, lets a PowerShell in a tmux window reach them as mycompany.backlog.com and
partner.backlog.jp through a proxy on loopback, types the commands, and renders what the window shows, colours included,
to docs/images/*.png.

Needs Linux, tmux, Chromium, LibreOffice Calc, pdftoppm (poppler-utils), the fonts DejaVu Sans Mono and Noto Sans CJK, a built module in out/ and the built simulator.

.EXAMPLE
./build.ps1; dotnet build tests/BacklogPS.SpaceSimulator -c Release; ./tools/New-Picture.ps1
#>
[CmdletBinding()]
param(
    # The manifest of the module to show.
    [string] $ModulePath = "$PSScriptRoot/../out/BacklogPS/BacklogPS.psd1",

    # The built BacklogPS.SpaceSimulator.dll.
    [string] $Simulator = "$PSScriptRoot/../tests/BacklogPS.SpaceSimulator/bin/Release/net10.0/BacklogPS.SpaceSimulator.dll",

    # The folder for the pictures.
    [string] $OutputFolder = "$PSScriptRoot/../docs/images"
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$columns = 100
$simulatorFile = (Resolve-Path $Simulator).Path
$pictures = (Resolve-Path $OutputFolder).Path
. "$PSScriptRoot/../tests/BacklogPS.Tests/Support/NulabProxy.ps1"

function Open-Space([string] $Name, [string] $User, [string] $Option) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$script:simulatorFile`" --name $Name --parent $PID $Option")
    $start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "$script:key`:$User"
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    ($process.StandardOutput.ReadLine() | ConvertFrom-Json).url
}

function Wait-Window([string] $Text) {
    $end = [datetime]::UtcNow.AddMinutes(1)
    while (((& tmux -L $script:socket capture-pane -p) -join "`n").TrimEnd() -notmatch $Text) {
        if ([datetime]::UtcNow -gt $end) {
            throw "The window does not show '$Text' but: $(& tmux -L $script:socket capture-pane -p)"
        }
        Start-Sleep -Milliseconds 50
    }
}

# Types a line and waits until the window shows the next prompt or the given text.
function Invoke-Line([string] $Line, [string] $Until = '(?m)^PS>\z') {
    & tmux -L $script:socket send-keys -l $Line
    Wait-Window -Text ([regex]::Escape($Line.Substring([Math]::Max(0, $Line.Length - 20))))
    & tmux -L $script:socket send-keys Enter
    Start-Sleep -Milliseconds 300
    Wait-Window -Text $Until
}

function Clear-Window {
    Invoke-Line -Line 'Clear-Host'
    & tmux -L $script:socket clear-history
}

# Converts terminal text with SGR sequences to HTML, with each character in a cell of its own width.
function ConvertTo-Page([string[]] $Lines) {
    $colours = '#2e3436', '#e06c75', '#7fd6a4', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9', '#8b98a5', '#ff7b86', '#98f0bd', '#f5d690', '#82c4ff', '#e09df5', '#7fdbe6', '#ffffff'

    # tmux writes only the attributes that change from one line to the next.
    $colour = ''; $back = ''; $bold = ''; $reverse = $false
    foreach ($line in $Lines) {
        $html = [Text.StringBuilder]::new()
        foreach ($part in [regex]::Matches($line, '\x1b\[([0-9;]*)m|[^\x1b]+')) {
            if ($part.Value[0] -ne [char] 27) {
                $text = [regex]::Replace([Net.WebUtility]::HtmlEncode($part.Value), '[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]', '<i>$0</i>')
                $style = if ($reverse) { 'color:#12202b;background:#d8dee9;' } else { "$colour$back" }
                $null = $html.Append("<span style=`"$style$bold`">$text</span>")
                continue
            }
            $codes = [Collections.Generic.Queue[int]]::new([int[]] ($part.Groups[1].Value -split ';' | ForEach-Object { [int] ('0' + $_) }))
            while ($codes.Count) {
                $code = $codes.Dequeue()
                switch ($code) {
                    0 { $colour = $back = $bold = ''; $reverse = $false }
                    1 { $bold = 'font-weight:bold;' }
                    7 { $reverse = $true }
                    27 { $reverse = $false }
                    39 { $colour = '' }
                    49 { $back = '' }
                    38 { if ($codes.Dequeue() -eq 2) { $colour = 'color:rgb({0},{1},{2});' -f $codes.Dequeue(), $codes.Dequeue(), $codes.Dequeue() } else { $null = $codes.Dequeue() } }
                    { $_ -in 30..37 } { $colour = "color:$($colours[$code - 30]);" }
                    { $_ -in 90..97 } { $colour = "color:$($colours[$code - 82]);" }
                    { $_ -in 40..47 } { $back = "background:$($colours[$code - 40]);" }
                    { $_ -in 100..107 } { $back = "background:$($colours[$code - 92]);" }
                }
            }
        }
        "<div>$html&nbsp;</div>"
    }
}

function Save-Picture([string] $Name) {
    # Include lines that have scrolled away, but not the empty lines at the end.
    $lines = @(& tmux -L $script:socket capture-pane -e -p -S '-')
    $last = $lines.Count - 1
    while (-not ($lines[$last] -replace '\x1b\[[0-9;]*m').Trim()) {
        $last--
    }
    $lines = $lines[0..$last]
    $html = @"
<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #12202b; color: #d8dee9; padding: 14px 18px; font: 15px/20px "DejaVu Sans Mono", "Noto Sans Mono CJK JP", "Noto Sans CJK JP", monospace }
div { white-space: pre; height: 20px } i { display: inline-block; width: 2ch; font-style: normal; vertical-align: top }
</style>
$((ConvertTo-Page -Lines $lines) -join "`n")
"@
    $file = Join-Path $script:folder "$Name.html"
    [IO.File]::WriteAllText($file, $html)
    $width = 36 + [int] ($columns * 9.04)
    $height = 28 + 20 * $lines.Count
    $picture = Join-Path $script:pictures "$Name.png"
    & chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=2 "--user-data-dir=$script:folder/chromium" "--window-size=$width,$height" "--screenshot=$picture" $file 2>$null | Out-Null
    $picture
}

# A CSV file as LibreOffice opens it: columns with optimal width, one page, with row and column headings.
function Save-Sheet([string] $File, [string] $Name) {
    & soffice --headless "-env:UserInstallation=file://$script:folder/office" "--infilter=CSV:44,34,76" --convert-to fods --outdir $script:folder $File 2>$null | Out-Null
    $sheet = [IO.Path]::ChangeExtension($File, 'fods')
    $xml = [xml] [IO.File]::ReadAllText($sheet)
    $names = [Xml.XmlNamespaceManager]::new($xml.NameTable)
    'office', 'style', 'table', 'text', 'fo' | ForEach-Object { $names.AddNamespace($_, $xml.DocumentElement.GetNamespaceOfPrefix($_)) }
    $style = { param($node, $attribute, $value) $prefix, $local = $attribute -split ':'; $null = $node.SetAttribute($local, $names.LookupNamespace($prefix), $value) }
    foreach ($page in $xml.SelectNodes('//style:page-layout-properties', $names)) {
        & $style $page 'fo:page-width' '42cm'
        & $style $page 'fo:page-height' '6.6cm'
        & $style $page 'style:print-orientation' 'landscape'
        & $style $page 'style:print' 'grid headers objects'
        & $style $page 'style:scale-to-X' '1'
        & $style $page 'style:scale-to-Y' '1'
        'top', 'bottom', 'left', 'right' | ForEach-Object { & $style $page "fo:margin-$_" '0.3cm' }
    }
    $xml.SelectNodes('//style:header | //style:footer', $names) | ForEach-Object { & $style $_ 'style:display' 'false' }
    $xml.SelectNodes('//style:header-style | //style:footer-style', $names) | ForEach-Object { $_.RemoveAll() }
    $rows = Import-Csv $File
    $widest = $rows[0].PSObject.Properties.Name | ForEach-Object { $column = $_; ($_, $rows.$column | ForEach-Object { $_ } | ForEach-Object { ($_ -replace '[\u1100-\uffe6]', 'xx').Length } | Measure-Object -Maximum).Maximum }
    $automatic = $xml.SelectSingleNode('//office:automatic-styles', $names)
    $table = $xml.SelectSingleNode('//table:table', $names)
    $table.SelectNodes('table:table-column', $names) | ForEach-Object { $null = $table.RemoveChild($_) }
    $first = $table.FirstChild
    for ($i = 0; $i -lt @($widest).Count; $i++) {
        $new = $automatic.AppendChild($xml.CreateElement('style:style', $names.LookupNamespace('style')))
        & $style $new 'style:name' "wide$i"
        & $style $new 'style:family' 'table-column'
        $width = $new.AppendChild($xml.CreateElement('style:table-column-properties', $names.LookupNamespace('style')))
        & $style $width 'style:column-width' ('{0}cm' -f (0.35 + 0.2 * @($widest)[$i]).ToString([cultureinfo]::InvariantCulture))
        $column = $table.InsertBefore($xml.CreateElement('table:table-column', $names.LookupNamespace('table')), $first)
        & $style $column 'table:style-name' "wide$i"
    }
    $xml.Save($sheet)
    & soffice --headless "-env:UserInstallation=file://$script:folder/office" --convert-to pdf --outdir $script:folder $sheet 2>$null | Out-Null
    & pdftoppm -r 110 -png -singlefile ([IO.Path]::ChangeExtension($File, 'pdf')) (Join-Path $script:pictures $Name)
    Join-Path $script:pictures "$Name.png"
}

# A sheet as a spreadsheet shows it.
function Save-SheetPicture([string] $Sheet, [string] $Name) {
    $rows = @(Import-Csv -LiteralPath $Sheet -Encoding UTF8)
    $headings = @($rows[0].PSObject.Properties.Name)
    $cells = { param($values) ($values | ForEach-Object { '<td>{0}</td>' -f ([Net.WebUtility]::HtmlEncode($_) -replace "`n+", '<br>') }) -join '' }
    $letters = (0..($headings.Count - 1) | ForEach-Object { "<th>$([char] (65 + $_))</th>" }) -join ''
    $number = 1
    $lines = foreach ($values in @(, $headings) + @($rows | ForEach-Object { , @($_.PSObject.Properties.Value) })) {
        "<tr><th>$number</th>$(& $cells $values)</tr>"
        $number++
    }
    $html = @"
<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #fff; font: 12px/16px "DejaVu Sans", "Noto Sans CJK JP", sans-serif } table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #d0d4d8; padding: 3px 6px; text-align: left; vertical-align: top; white-space: nowrap } th { background: #eef0f2; font-weight: normal; color: #56606a; text-align: center }
tr:nth-child(2) td { font-weight: bold } td:nth-child(4) { white-space: normal; min-width: 190px }
</style><table><tr><th></th>$letters</tr>$($lines -join "`n")</table>
"@
    $file = Join-Path $script:folder "$Name.html"
    [IO.File]::WriteAllText($file, $html)
    $picture = Join-Path $script:pictures "$Name.png"
    & chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=2 "--user-data-dir=$script:folder/chromium" '--window-size=1180,188' "--screenshot=$picture" $file 2>$null | Out-Null
    $picture
}

$key = [guid]::NewGuid().ToString('N')
$socket = "backlogps-$PID"
$folder = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "backlogps-pictures-$PID")).FullName
try {
    $mine = Open-Space -Name mycompany -User tanaka -Option '--issues 1200'
    $partner = Open-Space -Name partner -User emily
    $japanese = Open-Space -Name yourcompany -User tanaka -Option '--lang ja'
    $proxy = [NulabProxy]::Start(@{ 'mycompany.backlog.com' = ([uri] $mine).Port; 'partner.backlog.jp' = ([uri] $partner).Port; 'yourcompany.backlog.jp' = ([uri] $japanese).Port }, "$folder/ca.pem")

    # A separate home folder with a vault without a password, and a prompt that shows nothing about this machine.
    [IO.File]::WriteAllText("$folder/start.ps1", @"
function prompt { 'PS> ' }
Set-PSReadLineOption -PredictionSource None -HistorySaveStyle SaveNothing
`$ProgressPreference = 'SilentlyContinue'
Reset-SecretStore -Authentication None -Interaction None -Force -WarningAction SilentlyContinue | Out-Null
Register-SecretVault -Name SecretStore -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
Import-Module '$((Resolve-Path $ModulePath).Path)'
`$key = ConvertTo-SecureString '$key' -AsPlainText -Force
`$PSDefaultParameterValues['Connect-BacklogSpace:ApiKey'] = `$key
`$ProgressPreference = 'Continue'
Clear-Host
"@)
    $shell = (Get-Process -Id $PID).Path
    & tmux -L $socket -f /dev/null new-session -d -x $columns -y 40 env -u NO_COLOR "HOME=$folder" "BACKLOGPS_HOME=$folder/BacklogPS" 'BL_SPACE=' 'BL_API_KEY=' 'LANG=C.UTF-8' `
        "HTTPS_PROXY=http://127.0.0.1:$($proxy.Port)" "SSL_CERT_FILE=$folder/ca.pem" 'POWERSHELL_UPDATECHECK=Off' $shell -NoLogo -NoProfile -NoExit -File "$folder/start.ps1"
    & tmux -L $socket set-option -g status off
    Wait-Window -Text '(?m)^PS>\z'

    Invoke-Line -Line 'Connect-BacklogSpace partner.backlog.jp'
    Clear-Window
    Invoke-Line -Line 'Connect-BacklogSpace mycompany'
    Invoke-Line -Line 'Get-BacklogAuthStatus -All'
    Save-Picture -Name status

    Clear-Window
    Invoke-Line -Line 'Get-BacklogProject'
    Invoke-Line -Line "Get-BacklogIssue -Project APP -Status Open, 'In Progress' -First 6"
    Save-Picture -Name tables

    Clear-Window
    Invoke-Line -Line 'Get-BacklogProject NOPE'
    Invoke-Line -Line 'Get-BacklogIssue -Project APP -Status Opne'
    Save-Picture -Name error

    Invoke-Line -Line "cd '$folder'"
    Invoke-Line -Line 'Get-BacklogIssue -Project APP -Status Open, Resolved -First 12 | ConvertTo-BacklogRow | Select-Object IssueKey, Summary, Status, Priority, Assignee, Category, Version, DueDate, EstimatedHours, Cost*, Tested*, Url | Export-Csv rows.csv -Encoding utf8BOM; "written"' -Until '(?m)^written'
    Save-Sheet -File "$folder/rows.csv" -Name rows

    # The sheets in samples/, and the results of importing them.
    foreach ($sheet in @{ File = 'issues-en.csv'; Name = 'import-sheet'; Run = 'import-run'; Lang = 'en' }, @{ File = 'issues-ja.csv'; Name = 'import-sheet.ja'; Run = 'import-run.ja'; Lang = 'ja' }) {
        Save-SheetPicture -Sheet "$PSScriptRoot/../samples/$($sheet.File)" -Name $sheet.Name
        Copy-Item -LiteralPath "$PSScriptRoot/../samples/$($sheet.File)" -Destination $folder
        if ($sheet.Lang -eq 'ja') {
            Invoke-Line -Line 'Connect-BacklogSpace yourcompany.backlog.jp'
        }

        Clear-Window
        Invoke-Line -Line "Import-BacklogIssue ~/$($sheet.File) -Project APP -ResultPath ~/result-$($sheet.Lang).csv"
        Save-Picture -Name $sheet.Run
    }

    Invoke-Line -Line 'Set-BacklogCurrentSpace mycompany.backlog.com'

    # Delay the responses so that the progress is visible.
    $null = Invoke-RestMethod -Method Post -Uri "${mine}_simulator/faults" -ContentType application/json -Body '{"kind":"delay","delayMs":1500,"pathPattern":"/api/v2/issues*"}'
    Clear-Window
    Invoke-Line -Line '$issues = Get-BacklogIssue -Project BIG' -Until "[5-9]00 of 1200"
    Save-Picture -Name progress
}
finally {
    & tmux -L $socket kill-server
    foreach ($url in @($mine, $partner, $japanese) | Where-Object { $_ }) {
        $null = Invoke-RestMethod -Method Post -Uri "${url}_simulator/stop"
    }
    Remove-Item -LiteralPath $folder -Recurse -Force
}
