@{
    ModuleVersion     = '1.0.0'
    GUID              = '622407cf-16df-4487-9977-6e2bd34fcc4b'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: gives a plain string for a SecureString.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./PlainStringVault.Extension/PlainStringVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
