# For the scripts of the tests and of bench/, as ../PSScriptAnalyzerSettings.psd1 is for all others.
@{
    IncludeDefaultRules = $true

    ExcludeRules        = @(
        # Pester passes variables from one script block to the next, but these rules check each block separately.
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSReviewUnusedParameter'

        # Tests are not run with -WhatIf, and their secrets are not real.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )

    Rules               = @{
        # All scripts must also run in Windows PowerShell 5.1.
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1')
        }
    }
}
