@{
    ModuleVersion     = '1.0.0'
    GUID              = '78a1350f-617a-4970-97e7-82a7b7abf3d7'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of SlowVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'SlowVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
