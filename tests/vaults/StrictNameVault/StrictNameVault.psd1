@{
    ModuleVersion     = '1.0.0'
    GUID              = 'e713c31b-9871-4f5a-80aa-37f3c7c28a50'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: takes names of ASCII letters, digits and hyphens only.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./StrictNameVault.Extension/StrictNameVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
