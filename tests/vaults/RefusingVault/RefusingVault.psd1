@{
    ModuleVersion     = '1.0.0'
    GUID              = '898d56b9-5921-4404-ab6c-bf8d3518c8d3'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: refuses Hashtable and byte[], gives PSCredential for the rest.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./RefusingVault.Extension/RefusingVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
