@{
    ModuleVersion     = '1.0.0'
    GUID              = 'c3161b28-da78-4a75-8fa7-e62386fe32c2'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of PlainStringVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'PlainStringVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
