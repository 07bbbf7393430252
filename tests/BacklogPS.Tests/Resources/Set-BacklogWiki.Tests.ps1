BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'wiki' -Option '--no-limits'
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

Describe 'Set-BacklogWiki' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        $script:page = New-BacklogWiki -Project APP -Name "Page $([guid]::NewGuid().ToString('N'))" -Content 'first' -Tag howto, API
        Clear-SpaceRequest -Space $demo
    }

    It 'keeps the tags that a page has now where it is renamed' {
        $null = Invoke-SpaceApi $demo PATCH "wikis/$($page.Id)" @{ name = "[later] $($page.Name)" }

        $renamed = $page | Set-BacklogWiki -Name 'Renamed 1' -PassThru

        $renamed.Name | Should -BeExactly 'Renamed 1'
        $renamed.Tags.Name | Should -BeExactly 'later'
        $renamed.Content | Should -BeExactly 'first'
        $renamed.Project | Should -BeExactly 'APP'
    }

    It 'takes tags that the new name brings for the tags' {
        $renamed = $page | Set-BacklogWiki -Name '[ops] Renamed 2' -PassThru

        $renamed.Name | Should -BeExactly 'Renamed 2'
        $renamed.Tags.Name | Should -BeExactly 'ops'
    }

    It 'keeps the name where tags are <What>' -ForEach @(
        @{ What = 'set'; Tag = 'ops', 'new'; Left = 'ops', 'new' }
        @{ What = 'taken away by an empty list'; Tag = @(); Left = $null }
        @{ What = 'taken away by $null'; Tag = $null; Left = $null }
    ) {
        $tagged = $page | Set-BacklogWiki -Tag $Tag -PassThru -WarningVariable warnings

        $tagged.Name | Should -BeExactly $page.Name
        $tagged.Tags.Name | Should -BeExactly $Left
        $warnings | Should -BeNullOrEmpty
    }

    It 'warns where the space did not take the tags' {
        Add-SpaceFault -Space $demo -Fault @{ method = 'PATCH'; pathPattern = '/api/v2/wikis/*'; kind = 'status'; status = 200; contentType = 'application/json'; body = '{"id":1,"projectId":3001,"name":"Page","content":"first","tags":[{"id":1,"name":"howto"}]}'; times = 1 }

        $page | Set-BacklogWiki -Tag @() -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -BeLike '*Tag*'
    }

    It 'changes what a job has left of a page' {
        ConvertTo-Leftover -InputObject $page | Set-BacklogWiki -Content 'second', 'line'

        Get-Write | Should -BeExactly "PATCH /api/v2/wikis/$($page.Id) content=second`nline"
    }

    It 'says nothing unless told, and sends no request besides for an object' {
        $page | Set-BacklogWiki -Content 'second' | Should -BeNullOrEmpty

        Get-SpaceRequest -Space $demo | Should -HaveCount 1
    }

    It 'sends nothing where <What>' -ForEach @(
        @{ What = 'nothing is to be changed'; Change = { $page | Set-BacklogWiki -MailNotify }; Id = 'ArgumentInvalid'; Says = '*-Name, -Content, -Tag*' }
        @{ What = 'a tag has a bracket'; Change = { $page | Set-BacklogWiki -Tag 'a]b' }; Id = 'ArgumentInvalid'; Says = "*'a]b'*" }
        @{ What = 'a name comes without its project'; Change = { Set-BacklogWiki -Wiki Home -Content x }; Id = 'ArgumentInvalid'; Says = '*-Project*' }
        @{ What = 'the page is of another project'; Change = { $page | Set-BacklogWiki -Project WEB -Content x }; Id = 'ArgumentInvalid'; Says = '*WEB*' }
        @{ What = 'there is no such page'; Change = { Set-BacklogWiki -Wiki Hoem -Project APP -Content x }; Id = 'NameUnknown'; Says = '*Home*' }
        @{ What = 'the name is a pattern'; Change = { Set-BacklogWiki -Wiki 'Ho*' -Project APP -Content x }; Id = 'ArgumentInvalid'; Says = '*Ho`**' }
    ) {
        $failures = @(Get-Failure $Change)

        $failures | Should -HaveCount 1
        Get-ErrorId $failures[0] | Should -BeExactly $Id
        Get-ErrorText $failures[0] | Should -BeLike $Says
        Get-Write | Should -BeNullOrEmpty
    }

    It 'takes no other object' {
        $failures = @(Get-Failure { Get-BacklogIssue -IssueKey APP-1 | Set-BacklogWiki -Content x })

        $failures | Should -HaveCount 1
        Get-Write | Should -BeNullOrEmpty
    }
}

Describe 'New-BacklogWiki' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'knows a page by its name at once' {
        $null = Get-BacklogWiki -Project APP -Name Home
        Set-BacklogWiki -Wiki Home -Project APP -Content 'Welcome'
        $made = New-BacklogWiki -Project APP -Name 'Just made' -Content 'x'

        (Remove-BacklogWiki -Wiki 'Just made' -Project APP -PassThru).Id | Should -Be $made.Id
    }

    It 'adds nothing under the name of an object' {
        $failures = @(Get-Failure { Get-BacklogIssue -IssueKey APP-1 | New-BacklogWiki -Project APP -Content x })

        $failures | Should -HaveCount 1
        Get-Write | Should -BeNullOrEmpty
    }
}
