# Waits VaultParameters.DelayMilliseconds in each call.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Invoke-VaultRule {
    param(
        [object] $Call
    )

    $delay = [int] (Get-VaultParameter -Parameters $Call.Parameters -Name 'DelayMilliseconds')
    Start-Sleep -Milliseconds $delay
}
