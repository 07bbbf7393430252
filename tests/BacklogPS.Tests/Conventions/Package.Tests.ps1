BeforeDiscovery {
    $script:isWindowsHost = [System.IO.Path]::DirectorySeparatorChar -eq '\'
    $script:hasPSResourceGet = [bool] (Get-Module -Name Microsoft.PowerShell.PSResourceGet -ListAvailable | Where-Object -Property Version -GE -Value '1.1.0')
    $script:hasVault = [bool] (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable)
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
    $script:moduleFolder = Split-Path -Path (Get-TestModulePath)
    $script:repository = Get-RepositoryPath
    $script:manifest = Import-PowerShellDataFile -Path (Get-TestModulePath)

    # The package that CI will publish, or else one built from the module under test.
    $script:package = if ($env:BACKLOGPS_PACKAGE) {
        Get-Item -LiteralPath $env:BACKLOGPS_PACKAGE
    }
    else {
        & "$repository/tools/New-Package.ps1" -ModuleFolder $moduleFolder -OutputFolder (Add-TestFolder)
    }

    $script:content = Add-TestFolder
    [System.IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $content)

    function Get-RelativeFile {
        param(
            [string] $Folder
        )

        Get-ChildItem -LiteralPath $Folder -Recurse -File -Force | ForEach-Object -Process {
            $_.FullName.Substring($Folder.TrimEnd('\', '/').Length + 1).Replace('\', '/')
        }
    }
}

Describe 'The package' -Tag 'DotNet' {
    It 'is named after the module and its version' {
        $package.Name | Should -BeExactly "BacklogPS.$($manifest.ModuleVersion).nupkg"
    }

    It 'has the module''s files, the readme and the icon, and nothing else' {
        # Files that every package has.
        $own = @('BacklogPS.nuspec', '_rels/.rels', '[Content_Types].xml')
        $there = Get-RelativeFile -Folder $content | Where-Object -FilterScript { $_ -notin $own -and $_ -notlike 'package/services/metadata/core-properties/*' }

        $there | Sort-Object | Should -Be @(@(Get-RelativeFile -Folder $moduleFolder) + 'README.md' + 'icon.png' | Sort-Object)
        $there | Should -Not -BeLike '*.pdb'
    }

    It 'has the tested module''s bytes' {
        foreach ($file in Get-RelativeFile -Folder $moduleFolder) {
            (Get-FileHash -LiteralPath "$content/$file").Hash | Should -Be (Get-FileHash -LiteralPath "$moduleFolder/$file").Hash -Because $file
        }
    }

    It 'says of itself what the manifest says' {
        $nuspec = ([xml] [System.IO.File]::ReadAllText("$content/BacklogPS.nuspec")).package.metadata
        $tags = $nuspec.tags -split ' '

        $nuspec.id | Should -BeExactly 'BacklogPS'
        $nuspec.version | Should -BeExactly $manifest.ModuleVersion
        $nuspec.authors | Should -BeExactly $manifest.Author
        $nuspec.description | Should -BeExactly $manifest.Description
        $nuspec.copyright | Should -BeExactly $manifest.Copyright
        $nuspec.projectUrl | Should -BeExactly $manifest.PrivateData.PSData.ProjectUri
        $nuspec.license.type | Should -BeExactly 'expression'
        $nuspec.license.'#text' | Should -BeExactly 'MIT'
        $nuspec.icon | Should -BeExactly 'icon.png'
        $nuspec.iconUrl | Should -BeExactly $manifest.PrivateData.PSData.IconUri
        $nuspec.readme | Should -BeExactly 'README.md'
        $tags | Should -Contain 'PSModule'
        $tags | Should -Contain 'PSEdition_Desktop'
        $tags | Should -Contain 'PSEdition_Core'
        foreach ($command in $manifest.CmdletsToExport -notlike 'Measure-*') {
            $tags | Should -Contain "PSCommand_$command"
        }

        # The Gallery refuses longer tags.
        $nuspec.tags.Length | Should -BeLessThan 4000
    }

    It 'has an icon of at least 128 by 128' {
        # The start of a PNG: the signature, then the width and height in big-endian order.
        $bytes = [System.IO.File]::ReadAllBytes("$content/icon.png")
        [System.Text.Encoding]::ASCII.GetString($bytes, 1, 3) | Should -Be 'PNG'
        256 * $bytes[18] + $bytes[19] | Should -BeGreaterOrEqual 128
        256 * $bytes[22] + $bytes[23] | Should -BeGreaterOrEqual 128
    }

    # On Windows, a user's modules are always in Documents, whatever the environment says, so there this runs only in
    # CI.
    It 'is published to a feed, installed into an empty profile, and does the main job' -Skip:(-not $hasPSResourceGet -or -not $hasVault -or ($isWindowsHost -and -not $env:CI)) {
        $space = Open-TestSpace
        $profileFolder = Add-TestFolder
        $environment = @{
            HOME           = $profileFolder
            BACKLOGPS_HOME = Join-Path -Path $profileFolder -ChildPath 'BacklogPS'
        }
        foreach ($name in 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME') {
            $environment[$name] = ''
        }

        $run = Invoke-TestProcess -NoImport -Environment $environment -Data @{
            Package = $package.FullName; Feed = Add-TestFolder; Url = $space.Url; Key = $space.Key; Stays = $isWindowsHost
        } -Script {
            $ErrorActionPreference = 'Stop'
            Register-PSResourceRepository -Name LocalFeed -Uri $data.Feed -Trusted
            Publish-PSResource -NupkgPath $data.Package -Repository LocalFeed
            Install-PSResource -Name BacklogPS -Repository LocalFeed

            # SecretStore respects HOME, except on Windows.
            $sessionOnly = @{ SessionOnly = $data.Stays }
            if (-not $data.Stays) {
                Reset-SecretStore -Authentication None -Interaction None -Force -WarningAction SilentlyContinue
                Register-SecretVault -Name SecretStore -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
            }

            $key = [System.Net.NetworkCredential]::new('', $data.Key).SecurePassword
            $connected = Connect-BacklogSpace -Space $data.Url -ApiKey $key @sessionOnly
            $module = Get-Module -Name BacklogPS
            [pscustomobject] @{
                ModuleBase = $module.ModuleBase
                Version    = [string] $module.Version
                StoredIn   = $connected.StoredIn
                LoggedInAs = (Get-BacklogAuthStatus).LoggedInAs
                Projects   = @(Get-BacklogProject).ProjectKey
                Help       = (Get-Help -Name Get-BacklogProject).Synopsis
            }
            Disconnect-BacklogSpace
            try {
                Get-BacklogAuthStatus
            }
            catch {
                $_.FullyQualifiedErrorId
            }

            Uninstall-PSResource -Name BacklogPS
        }

        $run.ExitCode | Should -Be 0 -Because $run.Error
        $result, $left = $run.Result
        $result.Version | Should -Be $manifest.ModuleVersion
        $result.LoggedInAs | Should -Be 'Alice Admin (admin)'
        $result.Projects | Should -Contain 'APP'
        $result.Help | Should -Not -BeLike '*Get-BacklogProject*'
        $left | Should -BeLike 'NoSpace,*'
        if (-not $isWindowsHost) {
            $result.ModuleBase | Should -BeLike "$profileFolder*"
            $result.StoredIn | Should -Be 'SecretStore'
        }
    }
}

Describe 'What publishes it' -Tag 'DotNet' {
    BeforeAll {
        $script:publish = [System.IO.File]::ReadAllText("$repository/.github/workflows/publish.yml")
        $script:ci = [System.IO.File]::ReadAllText("$repository/.github/workflows/ci.yml")
    }

    It 'builds nothing, and takes the artifact that CI made' {
        $publish | Should -Not -Match 'build\.(ps1|sh)|dotnet (build|pack)'
        $publish | Should -Match 'gh run download \$run --name package'
        $ci | Should -Match 'name: package\s+path: out/BacklogPS\.\*\.nupkg'
        $ci | Should -Match '\$env:BACKLOGPS_PACKAGE ='
    }

    It 'uses only actions of a known commit' {
        $uses = Get-ChildItem -Path "$repository/.github/workflows/*.yml" | Select-String -Pattern '^\s*(- )?uses: (.+)'
        $uses.Count | Should -BeGreaterThan 5
        foreach ($line in $uses) {
            $line.Matches[0].Groups[2].Value | Should -Match '^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$'
        }
    }

    It 'builds what ships from locked packages' {
        $ci | Should -Match "RestoreLockedMode: 'true'"
        foreach ($project in Get-ChildItem -Path "$repository/src/*/*.csproj") {
            "$($project.DirectoryName)/packages.lock.json" | Should -Exist
            [System.IO.File]::ReadAllText($project.FullName) | Should -Match '<RestorePackagesWithLockFile>true<'
        }
    }

    It 'has only script lines that PowerShell can read: <_>' -ForEach @('ci', 'publish') {
        $text = [System.IO.File]::ReadAllText("$repository/.github/workflows/$_.yml")
        $blocks = [regex]::Matches($text, '(?m)^( +)run: \|\n((?:\1  .*\n|\n)+)')
        $blocks.Count | Should -BeGreaterThan 0
        foreach ($block in $blocks) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($block.Groups[2].Value, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
        }
    }
}
