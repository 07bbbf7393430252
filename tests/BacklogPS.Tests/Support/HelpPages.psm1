# Reads the structure and the examples of the pages in docs/ for tests, independently of the program that builds the
# help.

# The section headings in each language, in order.
$sections = @{
    'en-US' = 'Syntax', 'Description', 'Examples', 'Parameters', 'Inputs', 'Outputs', 'Notes', 'Related links'
    'ja-JP' = '構文', '説明', '例', 'パラメーター', '入力', '出力', 'メモ', '関連リンク'
}

# The languages that have pages.
function Get-HelpCulture {
    param(
        [string] $Docs
    )

    $sections.Keys | Sort-Object | Where-Object -FilterScript { [System.IO.Directory]::Exists([System.IO.Path]::Combine($Docs, $_)) }
}

function Get-HelpPage {
    param(
        [string] $Docs,

        [string] $Culture
    )

    Get-ChildItem -Path ([System.IO.Path]::Combine($Docs, $Culture)) -Filter '*-*.md' | ForEach-Object -Process {
        Read-HelpPage -File $_.FullName -Culture $Culture
    }
}

# Reads a page as Name, Structure (its headings, with English section names and numbered examples) and Examples (Title,
# Code).
function Read-HelpPage {
    param(
        [string] $File,

        [string] $Culture
    )

    $structure = [System.Collections.Generic.List[string]]::new()
    $examples = [System.Collections.Generic.List[object]]::new()
    $section = ''
    $code = $null
    foreach ($line in [System.IO.File]::ReadAllLines($File)) {
        if ($null -ne $code) {
            if ($line -eq '```') {
                if ($language -eq 'powershell' -and $section -eq 'Examples') {
                    $examples.Add([pscustomobject] @{ Title = $title; Code = $code -join "`n" })
                }

                $code = $null
            }
            else {
                $code += , $line
            }
        }
        elseif ($line -match '^```(.*)$') {
            $language = $Matches[1]
            $code = @()
            $structure.Add("code $language")
        }
        elseif ($line -match '^## (.+)$') {
            $section = $sections['en-US'][[array]::IndexOf($sections[$Culture], $Matches[1])]
            $structure.Add("section $section")
        }
        elseif ($line -match '^### (.+)$') {
            $title = $Matches[1]
            $structure.Add($(if ($section -eq 'Examples') { 'example' } else { "entry $title" }))
        }
        elseif ($line -match '^- \[.*\]\((.+)\)') {
            $structure.Add('link ' + ($Matches[1] -replace '^https://developer\.nulab\.com/(ja/)?'))
        }
    }

    [pscustomobject] @{
        Name      = [System.IO.Path]::GetFileNameWithoutExtension($File)
        Culture   = $Culture
        Structure = $structure
        Examples  = $examples
    }
}
