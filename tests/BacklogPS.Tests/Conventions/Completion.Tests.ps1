BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"

    # The suggestions at the end of a line.
    function Get-Completion {
        param(
            [string] $Line
        )

        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Completion of -Space' {
    BeforeEach {
        Clear-TestSession
    }

    It 'offers the known spaces to <_>, with who one is there, and asks neither vault nor network' -ForEach @(
        'Get-BacklogProject', 'Get-BacklogAuthStatus', 'Set-BacklogCurrentSpace', 'Disconnect-BacklogSpace', 'Connect-BacklogSpace'
    ) {
        Write-TestRegistry -Space @{ url = 'https://alpha.backlog.jp/' }, @{ url = 'https://beta.backlog.com/' }

        $offered = @(Get-Completion -Line "$_ -Space ")

        $offered.CompletionText | Should -Be @('alpha.backlog.jp', 'beta.backlog.com')
        $offered[0].ToolTip | Should -Be 'https://alpha.backlog.jp/ (Alice Admin)'
    }

    It 'offers those that begin with what was typed, quoted or not: <Typed>' -ForEach @(
        @{ Typed = 'be' }
        @{ Typed = 'BE' }
        @{ Typed = "'be" }
        @{ Typed = '"be' }
    ) {
        Write-TestRegistry -Space @{ url = 'https://alpha.backlog.jp/' }, @{ url = 'https://beta.backlog.com/' }

        @(Get-Completion -Line "Get-BacklogProject -Space $Typed").CompletionText | Should -BeLike '*beta.backlog.com*'
        @(Get-Completion -Line "Get-BacklogProject -Space $Typed") | Should -HaveCount 1
    }

    It 'offers no space, and no error, with <Case>' -ForEach @(
        @{ Case = 'no space connected'; Text = $null }
        @{ Case = 'a damaged file of spaces'; Text = 'this is not JSON' }
    ) {
        if ($Text) {
            $null = [System.IO.Directory]::CreateDirectory((Get-RegistryFolder))
            [System.IO.File]::WriteAllText((Get-RegistryFile), $Text)
        }

        $before = $Error.Count
        @(Get-Completion -Line 'Get-BacklogProject -Space al').CompletionText | Should -Not -BeLike '*backlog*'
        $Error.Count | Should -Be $before
    }
}
