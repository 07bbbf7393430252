@{
    ModuleVersion     = '1.0.0'
    GUID              = '11f96049-98bb-4182-a35c-5340c83fb83c'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of SmallVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'SmallVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
