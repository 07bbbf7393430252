BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:commands = (Get-Command -Module BacklogPS).Name
    $script:repository = Get-RepositoryPath

    # Without build output and files that a build or a run of the demo left.
    $script:files = Get-ChildItem -Path $repository -Recurse -File -Include '*.ps1', '*.psm1', '*.psd1', '*.ps1xml' |
        Where-Object -FilterScript { $_.FullName.Substring($repository.Length) -notmatch '[\\/](bin|obj|out|TestResults|\.git)[\\/]' } |
        ForEach-Object -Process { @{ File = $_.FullName; Name = $_.FullName.Substring($repository.Length).TrimStart('\', '/') } }
    $script:scripts = $files | Where-Object -FilterScript { $_.Name -notlike '*.ps1xml' }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:module = Get-Module -Name BacklogPS
    $script:manifest = Import-PowerShellDataFile -Path (Get-TestModulePath)
    $script:cmdletClasses = $module.ImplementingAssembly.GetTypes() | Where-Object -FilterScript {
        $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)
    }
}

Describe 'The manifest' {
    It 'is one, without warnings' {
        $tested = Test-ModuleManifest -Path (Get-TestModulePath) -WarningVariable warned -ErrorAction Stop

        $tested.Name | Should -Be 'BacklogPS'
        $warned | Should -HaveCount 0
    }

    It 'exports exactly the compiled cmdlets, and nothing else' {
        $compiled = $cmdletClasses | ForEach-Object -Process {
            $attribute = $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
            '{0}-{1}' -f $attribute.VerbName, $attribute.NounName
        }

        $manifest.CmdletsToExport | Sort-Object | Should -Be @($compiled | Sort-Object)
        (Get-Command -Module BacklogPS).Name | Sort-Object | Should -Be @($compiled | Sort-Object)
        @($manifest.FunctionsToExport) | Should -HaveCount 0
        @($manifest.AliasesToExport) | Should -HaveCount 0
        @($manifest.VariablesToExport) | Should -HaveCount 0
    }

    It 'is for both editions, from 5.1 on' {
        $manifest.CompatiblePSEditions | Should -Be @('Desktop', 'Core')
        $manifest.PowerShellVersion | Should -Be '5.1'
        $manifest.RootModule | Should -Be 'BacklogPS.dll'
        $manifest.ContainsKey('RequiredModules') | Should -BeFalse
        $manifest.PrivateData.PSData.ExternalModuleDependencies | Should -Be 'Microsoft.PowerShell.SecretManagement'
    }

    It 'has what a gallery shows' {
        $manifest.PrivateData.PSData.Tags | Should -Contain 'Backlog'
        $manifest.PrivateData.PSData.Tags | Should -Contain 'PSEdition_Desktop'
        $manifest.PrivateData.PSData.Tags | Should -Contain 'PSEdition_Core'
        $manifest.PrivateData.PSData.ProjectUri | Should -BeLike 'https://*'
        $manifest.PrivateData.PSData.LicenseUri | Should -BeLike 'https://*'
        $manifest.PrivateData.PSData.ReleaseNotes | Should -Not -BeNullOrEmpty
        $manifest.Description | Should -Not -BeNullOrEmpty
    }

    It 'has the version of the assemblies' {
        foreach ($name in 'BacklogPS', 'BacklogPS.Core') {
            $file = Join-Path -Path (Split-Path -Path (Get-TestModulePath)) -ChildPath "$name.dll"
            [System.Diagnostics.FileVersionInfo]::GetVersionInfo($file).ProductVersion | Should -Be $manifest.ModuleVersion -Because $name
        }
    }

    It 'has the version at the top of the CHANGELOG' {
        $changelog = Join-Path -Path (Get-RepositoryPath) -ChildPath 'CHANGELOG.md'
        if (-not (Test-Path -Path $changelog)) {
            Set-ItResult -Skipped -Because 'there is no CHANGELOG.md yet'
        }

        $top = [System.IO.File]::ReadAllLines($changelog) -match '^## ' | Select-Object -First 1
        $top | Should -Match ([regex]::Escape($manifest.ModuleVersion))
    }

    It 'names no file that is not there, and ships nothing that is not needed' {
        $shipped = (Get-ChildItem -Path (Split-Path -Path (Get-TestModulePath)) -File).Name | Sort-Object
        $shipped | Should -Be @(
            'BacklogPS.Core.dll', 'BacklogPS.dll', 'BacklogPS.format.ps1xml', 'BacklogPS.Spaces.format.ps1xml', 'BacklogPS.types.ps1xml', 'BacklogPS.psd1', 'LICENSE', 'Newtonsoft.Json.dll',
            'THIRD-PARTY-NOTICES.md' | Sort-Object)
    }

    It 'ships the Japanese messages of both assemblies' {
        $folder = Join-Path -Path (Split-Path -Path (Get-TestModulePath)) -ChildPath 'ja'

        (Get-ChildItem -Path $folder -File).Name | Sort-Object | Should -Be @('BacklogPS.Core.resources.dll', 'BacklogPS.resources.dll')
    }
}

Describe '<_>' -ForEach $commands {
    BeforeAll {
        $script:command = Get-Command -Name $_
    }

    It 'has an approved verb and a noun of ours' {
        (Get-Verb).Verb | Should -Contain $command.Verb
        $command.Noun | Should -Match '^Backlog[A-Z]\w+$'
    }

    It 'says what it emits' {
        @($command.OutputType).Count | Should -BeGreaterThan 0
    }

    It 'is in a class named after it' {
        $command.ImplementingType.Name | Should -Be "$($command.Verb)$($command.Noun)Command"
    }

    It 'takes no secret as plain text' {
        $secrets = $command.Parameters.Values | Where-Object -FilterScript { $_.Name -match 'ApiKey$|Password|ClientSecret|Token$' -and -not $_.SwitchParameter }
        foreach ($parameter in $secrets) {
            $parameter.ParameterType | Should -BeIn ([securestring], [pscredential]) -Because $parameter.Name
        }
    }

    It 'asks before it changes something' {
        if ($command.Verb -in 'Get', 'Find', 'Search', 'Test') {
            $command.Parameters.Keys | Should -Not -Contain 'WhatIf'
        }
        elseif ($command.Verb -in 'Connect', 'Disconnect', 'Set', 'New', 'Remove', 'Update', 'Add') {
            $command.Parameters.Keys | Should -Contain 'WhatIf'
        }
    }
}

Describe 'The scripts of the repository' -ForEach @{ Scripts = $scripts } {
    BeforeAll {
        $script:findings = $null
        if (Get-Module -Name PSScriptAnalyzer -ListAvailable) {
            # Analyze all of tests/ at once, which is much faster than file by file.
            $tests = Join-Path -Path (Get-RepositoryPath) -ChildPath 'tests'
            $script:findings = @{}
            $found = @(
                Invoke-ScriptAnalyzer -Path $tests -Recurse -Settings "$tests/PSScriptAnalyzerSettings.psd1"
                foreach ($one in $scripts | Where-Object -FilterScript { $_.Name -notlike 'tests[\\/]*' }) {
                    $rules = if ($one.Name -like 'bench[\\/]*') { $tests } else { Get-RepositoryPath }

                    # The manifest names files that only the build makes, which the analyzer complains about to the host.
                    $file = if ($one.Name -eq 'BacklogPS.psd1') { Get-TestModulePath } else { $one.File }
                    Invoke-ScriptAnalyzer -Path $file -Settings "$rules/PSScriptAnalyzerSettings.psd1" |
                        Add-Member -NotePropertyName Of -NotePropertyValue $one.File -PassThru
                }
            )
            foreach ($one in $found) {
                $of = if ($one.PSObject.Properties['Of']) { $one.Of } else { $one.ScriptPath }
                $findings[$of] += @('{0}:{1} {2} {3}' -f $one.ScriptName, $one.Line, $one.RuleName, $one.Message)
            }
        }
    }

    It '<Name> is UTF-8 with a byte order mark and plain line feeds' -ForEach $files {
        $bytes = [System.IO.File]::ReadAllBytes($File)

        $bytes[0..2] | Should -Be @(0xEF, 0xBB, 0xBF)
        [System.Array]::IndexOf($bytes, [byte] 13) | Should -Be -1
    }

    It '<Name> pleases PSScriptAnalyzer' -ForEach $scripts {
        if ($null -eq $findings) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }

        $findings[$File] -join "`n" | Should -BeNullOrEmpty
    }
}
