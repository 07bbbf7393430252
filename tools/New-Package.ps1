<#
.SYNOPSIS
Makes the package that the PowerShell Gallery takes of a built module.

.DESCRIPTION
The nuspec is written from the manifest, which thus stays the one source of version, description and tags; `dotnet pack`
does the rest. Into the package goes what the module's folder has, the README and the icon, and nothing else.

.OUTPUTS
System.IO.FileInfo, the package.

.EXAMPLE
./tools/New-Package.ps1 -ModuleFolder out/BacklogPS -OutputFolder out
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    # The folder of the built module.
    [Parameter(Mandatory)]
    [string] $ModuleFolder,

    # The folder for the package.
    [Parameter(Mandatory)]
    [string] $OutputFolder
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function ConvertTo-XmlText([string] $Text) {
    [Security.SecurityElement]::Escape($Text)
}

$repository = Split-Path $PSScriptRoot
$module = (Resolve-Path -LiteralPath $ModuleFolder).ProviderPath
$null = New-Item -ItemType Directory -Path $OutputFolder -Force
$output = (Resolve-Path -LiteralPath $OutputFolder).ProviderPath
$manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $module 'BacklogPS.psd1')
$data = $manifest.PrivateData.PSData
$version = $manifest.ModuleVersion
if ($data.ContainsKey('Prerelease')) {
    $version += '-' + $data.Prerelease
}

# The Gallery finds a module's commands by these tags. It refuses tags of 4,000 characters in total, so each command has only
# the one that the Gallery's command search uses. Where there is no room for all, those that only count go without.
$tags = @('PSModule') + $data.Tags + 'PSIncludes_Cmdlet' -join ' '
$counting, $others = $manifest.CmdletsToExport.Where({ $_ -like 'Measure-*' }, 'Split')
foreach ($command in @($others) + @($counting)) {
    $tag = " PSCommand_$command"
    if (($tags + $tag).Length -lt 4000) {
        $tags += $tag
    }
    elseif ($command -in $others) {
        throw "The tags of the package have no room for $command. Shorten PrivateData.PSData.Tags in the manifest."
    }
}

$nuspec = @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>BacklogPS</id>
    <version>$version</version>
    <authors>$(ConvertTo-XmlText $manifest.Author)</authors>
    <owners>$(ConvertTo-XmlText $manifest.CompanyName)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <license type="expression">MIT</license>
    <projectUrl>$(ConvertTo-XmlText $data.ProjectUri)</projectUrl>
    <icon>icon.png</icon>
    <iconUrl>$(ConvertTo-XmlText $data.IconUri)</iconUrl>
    <readme>README.md</readme>
    <description>$(ConvertTo-XmlText $manifest.Description)</description>
    <releaseNotes>$(ConvertTo-XmlText $data.ReleaseNotes)</releaseNotes>
    <copyright>$(ConvertTo-XmlText $manifest.Copyright)</copyright>
    <tags>$(ConvertTo-XmlText $tags)</tags>
  </metadata>
  <files>
    <file src="$(ConvertTo-XmlText $module)/**" target="" />
    <file src="$(ConvertTo-XmlText $repository)/README.md" target="" />
    <file src="$(ConvertTo-XmlText $repository)/docs/images/icon.png" target="" />
  </files>
</package>
"@

# Outside of the package folder, so that the folder contains only packages.
$nuspecFile = Join-Path ([IO.Path]::GetTempPath()) ('BacklogPS-' + [guid]::NewGuid().ToString('N') + '.nuspec')
$package = Join-Path $output "BacklogPS.$version.nupkg"
try {
    [IO.File]::WriteAllText($nuspecFile, $nuspec)
    Remove-Item -LiteralPath $package -ErrorAction Ignore

    # Show the output only on failure, because dotnet pack warns about dlls outside of lib/, which is normal for a
    # module.
    $said = & {
        # Windows PowerShell treats a redirected warning as an error.
        $ErrorActionPreference = 'Continue'
        & dotnet pack $nuspecFile --output $output 2>&1
    }
    if ($LASTEXITCODE -ne 0 -or -not (Test-Path -LiteralPath $package)) {
        throw "dotnet pack made no package: $($said -join [Environment]::NewLine)"
    }
}
finally {
    Remove-Item -LiteralPath $nuspecFile -ErrorAction Ignore
}

Get-Item -LiteralPath $package
