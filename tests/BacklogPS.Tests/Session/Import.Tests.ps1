BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"

    # A process that only imported the module, and what that left behind.
    $script:folder = Add-TestFolder
    $script:home1 = Add-TestFolder
    $script:import = Invoke-TestProcess -NoImport -Data @{ Module = Get-TestModulePath } -Environment @{
        HOME            = $home1
        XDG_CONFIG_HOME = "$home1/.config"
        BACKLOGPS_HOME  = "$folder/registry"
        BL_SPACE        = 'http://127.0.0.1:1/'
        BL_API_KEY      = 'neverUsedKey0123456789abcdef'
    } -Script {
        $before = [System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }
        Import-Module -Name $data.Module -ErrorAction Stop
        $after = [System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }
        [pscustomobject] @{
            Loaded   = @($after | Where-Object { $before -notcontains $_ })
            Modules  = @((Get-Module).Name)
            Commands = @((Get-Command -Module BacklogPS).Name)
        }
    }
}

Describe 'Import-Module BacklogPS' {
    It 'imports without a word' {
        $import.Error | Should -BeNullOrEmpty
        $import.Output | Should -BeNullOrEmpty
        $import.Result.Modules | Should -Contain 'BacklogPS'
        $import.Result.Commands | Should -Contain 'Connect-BacklogSpace'
    }

    It 'loads BacklogPS alone of what could be loaded: no <_>' -ForEach 'Newtonsoft.Json', 'Microsoft.PowerShell.SecretManagement', 'System.Net.Http', 'System.Net.Sockets' {
        $import.Result.Loaded | Should -Contain 'BacklogPS'
        $import.Result.Loaded | Should -Not -Contain $_
    }

    It 'loads no other module' {
        $import.Result.Modules | Should -Not -Contain 'Microsoft.PowerShell.SecretManagement'
    }

    It 'makes no file or folder' {
        Test-Path -Path "$folder/registry" | Should -BeFalse
        @(Get-ChildItem -Path $home1 -Recurse -Force | Where-Object -Property FullName -Like '*Backlog*') | Should -HaveCount 0
        @(Get-ChildItem -Path $home1 -Force).Name | Should -Not -Contain '.secretmanagement'
    }

    It 'can be done again and again' {
        $again = Invoke-TestProcess -Data @{ Module = Get-TestModulePath } -Script {
            1..3 | ForEach-Object {
                Import-Module -Name $data.Module -Force
                Remove-Module -Name BacklogPS
                Import-Module -Name $data.Module
            }

            @(Get-Command -Module BacklogPS).Count -gt 0
        }

        $again.Error | Should -BeNullOrEmpty
        $again.Result | Should -BeTrue
    }
}
