BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'document' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Get-Write {
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET' | ForEach-Object -Process { '{0} {1} {2}' -f $_.Method, $_.Path, [uri]::UnescapeDataString($_.Body.Replace('+', ' ')) })
    }

    # An object as it is after a job or a file.
    function ConvertTo-Leftover {
        param(
            [object] $InputObject
        )

        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($InputObject))
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'New-BacklogDocument' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
        $script:folder = Add-TestFolder
        Push-Location -LiteralPath $folder
    }

    AfterEach {
        Pop-Location
    }

    It 'makes a document of each file' {
        [System.IO.File]::WriteAllText("$folder/日本語 [1].md", "# 見出し`r`n本文", [System.Text.UTF8Encoding]::new($true))
        [System.IO.File]::WriteAllText("$folder/Setup.md", 'Install it.')

        $made = Get-ChildItem -Filter *.md | Sort-Object -Property Length | New-BacklogDocument -Project APP

        $made.Title | Should -BeExactly 'Setup', '日本語 [1]'
        $made.Plain | Should -BeExactly 'Install it.', "# 見出し`r`n本文"
        $made.Project | Should -BeExactly 'APP', 'APP'
    }

    It 'reads a path from where one is, and wildcards that fit one file' {
        [System.IO.File]::WriteAllText("$folder/Setup.md", 'Install it.')

        (New-BacklogDocument -Project APP -Path Setup.md).Title | Should -BeExactly 'Setup'
        (New-BacklogDocument -Project APP -Path Set*.md -Title 'Other').Title | Should -BeExactly 'Other'
    }

    It 'sends nothing where the file <What>' -ForEach @(
        @{ What = 'is not there'; Path = 'none.md'; Id = 'FileInaccessible' }
        @{ What = 'is a folder'; Path = '.'; Id = 'FileInaccessible' }
        @{ What = 'is one of several'; Path = '*.md'; Id = 'ArgumentInvalid' }
        @{ What = 'is not UTF-8'; Path = 'sjis.md'; Id = 'ArgumentInvalid' }
    ) {
        [System.IO.File]::WriteAllText("$folder/a.md", 'a')
        [System.IO.File]::WriteAllBytes("$folder/sjis.md", [byte[]] (0x93, 0xfa, 0x96, 0x7b))

        $failures = @(Get-Failure { New-BacklogDocument -Project APP -Path $Path })

        $failures | Should -HaveCount 1
        Get-ErrorId $failures[0] | Should -BeExactly $Id
        Get-Write | Should -BeNullOrEmpty
    }

    It 'goes on with the next file' {
        [System.IO.File]::WriteAllText("$folder/Setup.md", 'Install it.')

        $failures = @(Get-Failure { 'none.md', 'Setup.md' | New-BacklogDocument -Project APP })

        $failures | Should -HaveCount 1
        Get-Write | Should -HaveCount 1
    }

    It 'puts it below a document by <What>' -ForEach @(
        @{ What = 'title'; Parent = { 'design 設計' } }
        @{ What = 'path'; Parent = { 'はじめに/Design 設計' } }
        @{ What = 'id'; Parent = { (Get-BacklogDocumentTree -Project APP | Where-Object -Property Name -EQ 'Design 設計').Id } }
        @{ What = 'object'; Parent = { Get-BacklogDocumentTree -Project APP | Where-Object -Property Name -EQ 'Design 設計' | Get-BacklogDocument } }
        @{ What = 'place in the tree'; Parent = { Get-BacklogDocumentTree -Project APP | Where-Object -Property Name -EQ 'Design 設計' } }
        @{ What = 'what a job left of it'; Parent = { ConvertTo-Leftover -InputObject (Get-BacklogDocumentTree -Project APP | Where-Object -Property Name -EQ 'Design 設計') } }
    ) {
        $made = New-BacklogDocument -Project APP -Title Child -Parent (& $Parent)

        (Get-BacklogDocumentTree -Project APP | Where-Object -Property Id -EQ $made.Id).Path | Should -BeExactly 'はじめに/Design 設計/Child'
    }
}

Describe 'Documents by title' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    BeforeAll {
        $script:first = New-BacklogDocument -Project APP -Title Twice -Content x
        $script:second = New-BacklogDocument -Project APP -Title Twice -Content x -Parent 'Release notes'
    }

    It 'are an error where several fit, which tells them apart' {
        $failures = @(Get-Failure { Add-BacklogDocumentTag -Document Twice -Project APP -Tag x })

        Get-ErrorId $failures[0] | Should -BeExactly 'NameAmbiguous'
        Get-ErrorText $failures[0] | Should -BeLike "*Release notes/Twice ($($second.Id))*"
        Get-Write | Should -BeNullOrEmpty
    }

    It 'are told apart by what they lie below' {
        $null = Add-BacklogDocumentTag -Document 'release notes/twice', /Twice -Project APP -Tag x

        Get-Write | Should -BeExactly "POST /api/v2/documents/$($second.Id)/tags tagNames[]=x", "POST /api/v2/documents/$($first.Id)/tags tagNames[]=x"
    }

    It 'need a project' {
        $failures = @(Get-Failure { Remove-BacklogDocument -Document 'Release notes' -Force })

        Get-ErrorId $failures[0] | Should -BeExactly 'ArgumentInvalid'
        Get-ErrorText $failures[0] | Should -BeLike '*-Project*'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'Remove-BacklogDocument' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'asks, and removes nothing where nobody can be asked' {
        $made = New-BacklogDocument -Project APP -Title 'To go'
        Clear-SpaceRequest -Space $demo

        $failures = @(Get-Failure { $made | Remove-BacklogDocument })

        $failures | Should -HaveCount 1
        Get-Write | Should -BeNullOrEmpty
    }

    It 'removes what is below, too, and gives what was removed' {
        $top = New-BacklogDocument -Project APP -Title 'Top to go'
        $below = New-BacklogDocument -Project APP -Title 'Below to go' -Parent $top

        $gone = Remove-BacklogDocument -Document 'Top to go' -Project APP -Force -PassThru

        $gone.Id | Should -BeExactly $top.Id
        $gone.Project | Should -BeExactly 'APP'
        Get-ErrorId (Get-Failure { Get-BacklogDocument -Id $below.Id }) | Should -BeExactly 'NotFound'
    }
}

Describe 'Remove-BacklogDocumentTag' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    BeforeAll {
        $script:made = New-BacklogDocument -Project APP -Title 'Tagged'
        $null = $made | Add-BacklogDocumentTag -Tag one, two, three
    }

    It 'sees the tags that the document has now' {
        ($made | Remove-BacklogDocumentTag -Tag ONE -PassThru).Name | Should -BeExactly 'one'

        (Get-BacklogDocument -Id $made.Id).Tags.Name | Should -BeExactly 'two', 'three'
    }

    It 'lists them where one is not there, and takes none away' {
        $failures = @(Get-Failure { $made | Remove-BacklogDocumentTag -Tag two, tow })

        Get-ErrorId $failures[0] | Should -BeExactly 'NameUnknown'
        Get-ErrorText $failures[0] | Should -BeLike '*two, three*'
        Get-Write | Should -BeNullOrEmpty
    }
}
