BeforeAll {
    Import-Module -Name "$PSScriptRoot/TestSpace.psm1"

    # What a README consists of, whatever its language: headings by level, tables by row, code without comments.
    function Read-Readme {
        param(
            [string] $Name
        )

        $isCode = $false
        foreach ($line in [System.IO.File]::ReadAllLines([System.IO.Path]::Combine((Get-RepositoryPath), $Name))) {
            if ($line -match '^```') {
                $isCode = -not $isCode
                $line
            }
            elseif ($isCode) {
                ($line -replace '(^|\s+)# .*').TrimEnd()
            }
            elseif ($line -match '^(#+) ') {
                $Matches[1]
            }
            elseif ($line -match '^\|') {
                '|'
            }
        }
    }
}

Describe 'The README' {
    It 'has the same sections, tables and commands in English and Japanese' {
        $english = @(Read-Readme -Name 'README.md')

        $english.Count | Should -BeGreaterThan 50
        @(Read-Readme -Name 'README.ja.md') | Should -BeExactly $english
    }

    It 'leads from each language to the other' {
        [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-RepositoryPath), 'README.md')) | Should -BeLike '*](README.ja.md)*'
        [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-RepositoryPath), 'README.ja.md')) | Should -BeLike '*](README.md)*'
    }
}
