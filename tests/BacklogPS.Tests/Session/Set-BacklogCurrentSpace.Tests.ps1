BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
    $script:vault = Open-TestVault
}

AfterAll {
    Clear-TestSession
}

Describe 'Set-BacklogCurrentSpace' -Tag SecretManagement {
    BeforeEach {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second -Parameter @{ Vault = $vault.Name }
        Clear-SpaceRequest -Space $demo
        Clear-SpaceRequest -Space $second
    }

    It 'switches at once, and for the next process' {
        Set-BacklogCurrentSpace -Space $demo.Url | Should -BeNullOrEmpty

        (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
        (Invoke-TestProcess -Script { Get-BacklogProject -Project APP }).Result.Space | Should -Be $demo.Space
        @(Get-SpaceRequest -Space $second) | Should -HaveCount 0
    }

    It 'does not switch a process that is already running' {
        $other = Invoke-TestProcess -Data @{ Module = Get-TestModulePath; Space = $demo.Url } -Script {
            $before = (Get-BacklogAuthStatus -SkipVerification).Space
            $program = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
            $first = @(if ($program -like '*dotnet*') { Join-Path -Path $PSHOME -ChildPath 'pwsh.dll' })
            $null = & $program @first -NoProfile -NonInteractive -Command "Import-Module '$($data.Module)'; Set-BacklogCurrentSpace '$($data.Space)'"
            $before
            (Get-BacklogAuthStatus -SkipVerification).Space
        }

        $other.Result | Should -Be @($second.Space, $second.Space)
        (Invoke-TestProcess -Script { Get-BacklogAuthStatus -SkipVerification }).Result.Space | Should -Be $demo.Space
    }

    It 'asks neither network nor vault, and with -PassThru emits the status' {
        $calls = @(Get-VaultCall -Vault $vault).Count

        $status = Set-BacklogCurrentSpace -Space $demo.Url -PassThru

        $status.GetType().FullName | Should -Be 'BacklogPS.AuthStatus'
        $status.Space | Should -Be $demo.Space
        $status.IsCurrent | Should -BeTrue
        @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
        @(Get-VaultCall -Vault $vault) | Should -HaveCount $calls
    }

    It 'takes <Case> from the pipeline' -ForEach @(
        @{ Case = 'a text'; Set = { $demo.Url | Set-BacklogCurrentSpace } }
        @{ Case = 'an object with a Space'; Set = { Get-BacklogAuthStatus -All -SkipVerification | Where-Object -Property Space -EQ $demo.Space | Set-BacklogCurrentSpace } }
    ) {
        & $Set

        (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $demo.Space
    }

    It 'changes nothing with -WhatIf' {
        Set-BacklogCurrentSpace -Space $demo.Url -PassThru -WhatIf | Should -BeNullOrEmpty

        (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $second.Space
    }

    It 'names the known spaces when the space is unknown, also with -WhatIf' -ForEach @(
        @{ WhatIf = $false }
        @{ WhatIf = $true }
    ) {
        $failure = @(Get-Failure { Set-BacklogCurrentSpace -Space 'nowhere.example.com' -WhatIf:$WhatIf })

        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -Be 'SpaceUnknown,BacklogPS.Commands.SetBacklogCurrentSpaceCommand'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -Be 'nowhere.example.com'
        Get-ErrorText $failure[0] | Should -BeLike "*nowhere.example.com*$($demo.Space)*"
        Get-ErrorText $failure[0] | Should -BeLike "*$($second.Space)*"
        (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $second.Space
    }

    It 'goes on to the next of the pipeline after one that is unknown' {
        { 'nowhere.example.com', $demo.Url | Set-BacklogCurrentSpace -ErrorAction SilentlyContinue } | Should -Not -Throw

        (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $demo.Space
    }

    It 'says that BL_SPACE outranks the chosen space' {
        $env:BL_SPACE = $second.Url

        $warned = @(Set-BacklogCurrentSpace -Space $demo.Url 3>&1)

        $warned | Should -HaveCount 1
        $warned[0].Message | Should -BeLike "*BL_SPACE*$($second.Space)*$($demo.Space)*"
    }

    It 'switches to a space of this session only, in this process alone' {
        $third = Open-TestSpace -Name 'third'
        $null = Connect-TestSpace -Space $third
        Set-BacklogCurrentSpace -Space $demo.Url

        Set-BacklogCurrentSpace -Space $third.Url

        (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $third.Space
        (Invoke-TestProcess -Script { Get-BacklogAuthStatus -SkipVerification }).Result.Space | Should -Be $demo.Space
    }
}
