# Calls of each cmdlet for the search for secrets in Redaction.Tests.ps1. They run in this order with a key that the space
# takes, with one that it refuses, and with a space that repeats the key in its errors.
#
# At hand: $space (connected), $key and $ownSecret (a secret's name) with the marked key, $folder (an empty one).
# Silent: emits nothing. Local: asks the space nothing. Fails: always does.
#
# A cmdlet that reads needs no line: the shortest of its commands in Endpoints.*.psd1 is taken.
$first = @(
    @{ Cmdlet = 'Connect-BacklogSpace'; Call = { Connect-BacklogSpace -Space $space -ApiKey $key } }
    @{ Cmdlet = 'Connect-BacklogSpace'; Call = { Connect-BacklogSpace -Space $space -SecretName $ownSecret } }
    @{ Cmdlet = 'Connect-BacklogSpaceOAuth'; Fails = $true; Call = { Connect-BacklogSpaceOAuth -Space $space -ClientId 'client' -ClientSecret $key } }
    @{ Cmdlet = 'Get-BacklogAuthStatus'; Call = { Get-BacklogAuthStatus -All } }
    @{ Cmdlet = 'Get-BacklogProject'; Call = { Get-BacklogProject } }
    @{ Cmdlet = 'Get-BacklogProject'; Call = { Get-BacklogProject -Project APP -Space $space } }
    @{ Cmdlet = 'Invoke-BacklogApi'; Call = { Invoke-BacklogApi -Path 'users/myself' } }
)
$last = @(
    @{ Cmdlet = 'Set-BacklogCurrentSpace'; Local = $true; Call = { Set-BacklogCurrentSpace -Space $space -PassThru } }
    @{ Cmdlet = 'Disconnect-BacklogSpace'; Local = $true; Silent = $true; Call = { Disconnect-BacklogSpace -Space $space } }
)

$commands = foreach ($part in Get-ChildItem -Path "$PSScriptRoot/Endpoints.*.psd1") {
    (Import-PowerShellDataFile -Path $part.FullName).Rows.Command
}
$reading = $commands | Sort-Object -Property Length, { $_ } | Group-Object -Property { [regex]::Match($_, '\w+-Backlog\w+').Value } |
    Where-Object -FilterScript { $_.Name -notin ($first + $last).Cmdlet } |
    ForEach-Object -Process { @{ Cmdlet = $_.Name; Silent = $true; Call = [scriptblock]::Create($_.Group[0]) } }

# Of a cmdlet that writes, the first row of Writes.*.psd1 is taken, its preparation included.
$rows = foreach ($part in Get-ChildItem -Path "$PSScriptRoot/../Writes" -Filter 'Writes.*.psd1') {
    (Import-PowerShellDataFile -Path $part.FullName).Rows
}
$writing = $rows | Group-Object -Property { [regex]::Match($_.Command, '\w+-Backlog\w+').Value } |
    Where-Object -FilterScript { $_.Name -notin ($first + $last).Cmdlet } |
    ForEach-Object -Process { @{ Cmdlet = $_.Name; Silent = $true; Prepare = [scriptblock]::Create([string] $_.Group[0].Prepare); Call = [scriptblock]::Create($_.Group[0].Command) } }

$first + $reading + $writing + $last
