@{
    ModuleVersion     = '1.0.0'
    GUID              = '600a1539-dbc0-4b0c-95b1-cd8db58bcddc'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of LockedVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'LockedVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
