# Calls of each cmdlet for the search for secrets in Redaction.Tests.ps1. They run in this order with a key that the
# space accepts, with a key that it refuses, and with a space that repeats the key in its errors.
#
# Available: $space (connected), $key and $ownSecret (the name of a secret) with the marked key, $folder (empty).
# Silent: emits nothing. Local: sends no request. Fails: always fails.
#
# Cmdlets that read need no line: the shortest of their commands in Endpoints.*.psd1 is used.
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

$commands = foreach ($part in Get-ChildItem -Path "$PSScriptRoot/*" -Include 'Endpoints.*.psd1') {
    (Import-PowerShellDataFile -Path $part.FullName).Rows.Command
}
$reading = $commands | Sort-Object -Property Length, { $_ } | Group-Object -Property { [regex]::Match($_, '\w+-Backlog\w+').Value } |
    Where-Object -FilterScript { $_.Name -notin ($first + $last).Cmdlet } |
    ForEach-Object -Process { @{ Cmdlet = $_.Name; Silent = $true; Call = [scriptblock]::Create($_.Group[0]) } }

# For a cmdlet that writes, the first row of Writes.*.psd1 is used, including its preparation.
$rows = foreach ($part in Get-ChildItem -Path "$PSScriptRoot/../Writes/*" -Include 'Writes.*.psd1') {
    (Import-PowerShellDataFile -Path $part.FullName).Rows
}
$writing = $rows | Group-Object -Property { [regex]::Match($_.Command, '\w+-Backlog\w+').Value } |
    Where-Object -FilterScript { $_.Name -notin ($first + $last).Cmdlet } |
    ForEach-Object -Process { @{ Cmdlet = $_.Name; Silent = $true; Prepare = [scriptblock]::Create([string] $_.Group[0].Prepare); Call = [scriptblock]::Create($_.Group[0].Command) } }

$first + $reading + $writing + $last
