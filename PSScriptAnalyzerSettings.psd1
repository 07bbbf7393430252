@{
    IncludeDefaultRules = $true

    Rules               = @{
        # All scripts must also run in Windows PowerShell 5.1.
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1')
        }
    }
}
