@{
    ModuleVersion     = '1.0.0'
    GUID              = '7228a0af-c38c-4d0a-97fc-59320165d8f1'
    Author            = 'BacklogPS contributors'
    Copyright         = '(c) BacklogPS contributors. MIT License.'
    Description       = 'Test vault for BacklogPS: throws a PasswordRequiredException while it is locked.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./LockedVault.Extension/LockedVault.Extension.psd1')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
