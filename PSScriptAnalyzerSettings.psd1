@{
    IncludeDefaultRules = $true

    Rules               = @{
        # Every script runs in Windows PowerShell 5.1 too.
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1')
        }
    }
}
