@{
    ModuleVersion     = '1.0.0'
    GUID              = 'ee070a2d-8ffd-4723-a725-a718bffbaa3a'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of ThrowingVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'ThrowingVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
