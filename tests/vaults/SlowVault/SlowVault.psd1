@{
    ModuleVersion     = '1.0.0'
    GUID              = '74f607b4-284a-4bb8-87ee-5bc894c91330'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: waits in each call.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./SlowVault.Extension/SlowVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
