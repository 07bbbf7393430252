@{
    ModuleVersion     = '1.0.0'
    GUID              = '4f7cf880-8415-4caa-8296-aa9c3959180f'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of StrictNameVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'StrictNameVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
