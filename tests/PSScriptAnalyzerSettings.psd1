# For the scripts of the tests and of bench/, as ../PSScriptAnalyzerSettings.psd1 is for all others.
@{
    IncludeDefaultRules = $true

    ExcludeRules        = @(
        # Pester hands a variable from one script block to the next; these rules look at one block at a time.
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSReviewUnusedParameter'

        # Nobody runs a test with -WhatIf, and the secrets of tests are made up.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )

    Rules               = @{
        # Every script runs in Windows PowerShell 5.1 too.
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1')
        }
    }
}
