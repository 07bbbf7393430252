@{
    ModuleVersion     = '1.0.0'
    GUID              = '66068fd5-08a4-4f64-a95f-bce8f6a30d9c'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'The commands of RefusingVault.'
    PowerShellVersion = '5.1'
    RootModule        = 'RefusingVault.Extension.psm1'
    FunctionsToExport = @('Get-Secret', 'Set-Secret', 'Remove-Secret', 'Get-SecretInfo', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
