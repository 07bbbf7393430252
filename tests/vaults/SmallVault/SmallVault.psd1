@{
    ModuleVersion     = '1.0.0'
    GUID              = '609b5594-fa08-43cf-a0cf-e1ed6be1d6c7'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: refuses values of more than 2,560 bytes.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./SmallVault.Extension/SmallVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
