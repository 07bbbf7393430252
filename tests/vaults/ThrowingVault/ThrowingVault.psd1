@{
    ModuleVersion     = '1.0.0'
    GUID              = '710eb879-00f3-4b90-b22f-f335ce7a84f3'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: throws on the operations a file names.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./ThrowingVault.Extension/ThrowingVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
